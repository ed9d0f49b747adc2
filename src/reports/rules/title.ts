const longestTitle = 100

/** The first sentence of a report as its title, cut between words at 100 characters. */
export function titleOf(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? ''
  const sentence = /^.{10,}?[.!?…](?=\s|$)/u.exec(line)?.[0] ?? line
  const bare = sentence.replace(/[.…\s]+$/u, '')
  if (bare.length <= longestTitle) return bare
  const cut = bare.slice(0, longestTitle - 1)
  const words = cut.replace(/\s+\S*$/u, '')
  return `${words.replace(/[,;:\s]+$/u, '')}…`
}
