interface Kept {
  readonly filter: string
  readonly commune: string | null
  readonly category: string | null
  readonly q: string | null
}

/** The query of the queue that a saved filter stands for. */
export function queryOfFilter({ filter, commune, category, q }: Kept): string {
  const query = new URLSearchParams()
  if (filter !== 'all') query.set('filter', filter)
  for (const [name, value] of Object.entries({ commune, category, q })) if (value) query.set(name, value)
  return query.size > 0 ? `?${query}` : ''
}
