import type { House, Manner } from './house.ts'
import { filesLike, missing } from './house.ts'

const languages = ['vi', 'en'] as const
type Language = (typeof languages)[number]

/** Message keys of a language with their words, from all its files. */
function messagesOf(house: House, language: Language): Map<string, string> {
  const files = [...house.files].filter(([path]) => path.startsWith(`messages/${language}/`))
  const all = files.flatMap(([, text]) => Object.entries(JSON.parse(text) as Record<string, unknown>))
  return new Map(all.filter(([key]) => key !== '$schema').map(([key, words]) => [key, JSON.stringify(words)]))
}

const sameKeys: Manner = {
  name: 'Vietnamese and English have the same messages',
  find: (house) => {
    const [vi, en] = [messagesOf(house, 'vi'), messagesOf(house, 'en')]
    return [
      ...missing([...vi.keys()], en.keys()).map((key) => `${key}: not in English`),
      ...missing([...en.keys()], vi.keys()).map((key) => `${key}: not in Vietnamese`),
    ]
  },
}

const sameFiles: Manner = {
  name: 'message files come in pairs, and project.inlang/settings.json names each',
  find: (house) => {
    const nameOf = (path: string) => path.replace(/^messages\/(vi|en)\//, '')
    const paths = [...house.files.keys()].filter((path) => path.startsWith('messages/'))
    const listed = house.files.get('project.inlang/settings.json') ?? ''
    return paths.flatMap((path) => [
      ...missing([`messages/vi/${nameOf(path)}`, `messages/en/${nameOf(path)}`], paths).map(
        (other) => `${other}: missing`,
      ),
      ...(listed.includes(`messages/{locale}/${nameOf(path)}`)
        ? []
        : [`${path}: not in project.inlang/settings.json`]),
    ])
  },
}

const oncePerKey: Manner = {
  name: 'a message key is used once',
  find: (house) =>
    languages.flatMap((language) => {
      const seen = new Set<string>()
      const files = [...house.files].filter(([path]) => path.startsWith(`messages/${language}/`))
      return files.flatMap(([path, text]) =>
        [...text.matchAll(/^ {2}"(\w+)":/gm)].flatMap(([, key = '']) => {
          if (seen.has(key)) return [`${path}: ${key}`]
          seen.add(key)
          return []
        }),
      )
    }),
}

const samePlaceholders: Manner = {
  name: 'both languages of a message have the same placeholders',
  find: (house) => {
    const english = messagesOf(house, 'en')
    return [...messagesOf(house, 'vi')].flatMap(([key, words]) => {
      const [vi, en] = [placeholders(words), placeholders(english.get(key) ?? words)]
      return vi === en ? [] : [`${key}: {${vi}} and {${en}}`]
    })
  },
}

function placeholders(words: string): string {
  return [...new Set([...words.matchAll(/\{(\w+)\}/g)].map((found) => found[1]))].sort().join(', ')
}

const noEmptyWords: Manner = {
  name: 'no message is empty or left for later',
  find: (house) =>
    languages.flatMap((language) =>
      [...messagesOf(house, language)]
        .filter(
          ([, words]) =>
            /""|^"\s+"$/.test(words) || new RegExp(`${'TO'}${'DO'}|\\?\\?\\?|lorem ipsum`, 'i').test(words),
        )
        .map(([key]) => `${language}: ${key}`),
    ),
}

const tidyWords: Manner = {
  name: 'words are composed (NFC), without blanks at their ends and without three dots for an ellipsis',
  find: (house) =>
    languages.flatMap((language) =>
      [...messagesOf(house, language)]
        .filter(([, words]) => words !== words.normalize('NFC') || /^"\s|\s"$|\.\.\.| {2}/.test(words))
        .map(([key]) => `${language}: ${key}`),
    ),
}

const refusalsHaveWords: Manner = {
  name: 'every refusal has words in both languages',
  find: (house) => {
    const keys = Object.keys(house.refusals).map((code) => `refusal_${code.replaceAll('-', '_')}`)
    return languages.flatMap((language) =>
      missing(keys, messagesOf(house, language).keys()).map((key) => `${language}: ${key}`),
    )
  },
}

const refusalsAreListed: Manner = {
  name: 'every refusal of a subject is in src/main/refusals.ts, with a status of 4xx or 503',
  find: (house) => [
    ...Object.entries(house.refusals)
      .filter(([, status]) => !(status >= 400 && status < 500) && status !== 503)
      .map(([code, status]) => `${code}: ${status}`),
    ...filesLike(house, /^src\/[^/]+\/rules\/refusals\.ts$/).flatMap(([path, text]) =>
      missing(
        [...text.matchAll(/^\s+'?([a-z0-9-]+)'?: \d{3},?$/gm)].map((found) => found[1] ?? ''),
        Object.keys(house.refusals),
      ).map((code) => `${path}: ${code}`),
    ),
  ],
}

const usedKeysExist: Manner = {
  name: 'every message that a page or a file uses exists',
  find: (house) => {
    const keys = new Set(messagesOf(house, 'vi').keys())
    return filesLike(house, /^src\/.*\.(ts|svelte)$/).flatMap(([path, text]) => {
      if (!text.includes('#design/messages/messages.js')) return []
      const used = [...text.matchAll(/\bm(?:\.([a-z]\w*)|\[['"](\w+)['"]\])/g)].map(
        (found) => found[1] ?? found[2] ?? '',
      )
      return missing(used, keys).map((key) => `${path}: ${key}`)
    })
  },
}

const vietnameseLetters = /[ăâđêôơưàáạảãằắặẳẵầấậẩẫèéẹẻẽềếệểễìíịỉĩòóọỏõồốộổỗờớợởỡùúụủũừứựửữỳýỵỷỹ]/i

const wordsInMessageFiles: Manner = {
  name: 'pages hold no words of their own: they come from messages/',
  find: (house) =>
    filesLike(house, /^src\/.*\.svelte$/).flatMap(([path, text]) =>
      text
        .replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\//g, '')
        .split('\n')
        .filter((line) => vietnameseLetters.test(line.replace(/\/\/.*$/, '')))
        .map((line) => `${path}: ${line.trim()}`),
    ),
}

export const words: readonly Manner[] = [
  sameKeys,
  sameFiles,
  oncePerKey,
  samePlaceholders,
  noEmptyWords,
  tidyWords,
  refusalsHaveWords,
  refusalsAreListed,
  usedKeysExist,
  wordsInMessageFiles,
]
