import type { Manner } from './house.ts'
import { commentsOf } from './source.ts'

const code = /\.(ts|js|cjs|svelte|css|html|sql|sh)$/
const leftover = new RegExp(
  `\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK', 'WI' + 'P'].join('|')})\\b`,
)
const silenced = new RegExp(
  `@ts-${'(ignore|expect-error|nocheck)'}|eslint-${'disable'}|prettier-${'ignore'}|svelte-${'ignore'}|c8 ${'ignore'}`,
)
const ticket =
  /(?:^|[\s(])#\d+\b|\b(?:issue|ticket|pull request|PR)\s*#?\d+|\b(?!UTF|GSM|ISO|SHA|TN|RFC|ES|WGS|CAP|AES|HTTP|TLS|EPSG|MP|UTC|GMT|CVE|BOM|ID|QĐ|NĐ|TT)[A-Z]{2,6}-\d+\b/
const mostCssLines = 500

const noLeftovers: Manner = {
  name: 'no mark of work left over',
  find: (house) =>
    [...house.files]
      .filter(
        ([path, text]) => code.test(path) && commentsOf(path, text).some((comment) => leftover.test(comment)),
      )
      .map(([path]) => path),
}

const nothingSilenced: Manner = {
  name: 'no check is silenced in the code',
  find: (house) =>
    [...house.files].filter(([path, text]) => code.test(path) && silenced.test(text)).map(([path]) => path),
}

const noTickets: Manner = {
  name: 'comments say why, not which ticket',
  find: (house) =>
    [...house.files].flatMap(([path, text]) =>
      code.test(path)
        ? commentsOf(path, text)
            .filter((comment) => ticket.test(comment))
            .map((comment) => `${path}: ${comment.slice(0, 80)}`)
        : [],
    ),
}

const noInlineStyles: Manner = {
  name: 'no style attribute: the content security policy refuses it',
  find: (house) =>
    [...house.files]
      .filter(([path, text]) => /\.(svelte|html)$/.test(path) && /\sstyle(=["'{]|:[\w-]+=)/.test(text))
      .map(([path]) => path),
}

const noInlineHandlers: Manner = {
  name: 'no handler written into HTML: the content security policy refuses it',
  find: (house) =>
    [...house.files]
      .filter(([path, text]) => /\.(svelte|html)$/.test(path) && /\son[a-z]+=["']/.test(text))
      .map(([path]) => path),
}

const pinned: Manner = {
  name: 'every dependency is pinned exactly, and package.json says which install steps may run',
  find: (house) => {
    const text = house.files.get('package.json')
    if (text === undefined) return []
    const parts = JSON.parse(text) as Record<string, Record<string, string> | undefined>
    const listed = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((name) =>
      Object.entries(parts[name] ?? {}),
    )
    const loose = listed.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    return [
      ...loose.map(([name, version]) => `${name}: ${version}`),
      ...(parts['allowScripts'] ? [] : ['no allowScripts']),
    ]
  },
}

const testsCanFail: Manner = {
  name: 'every test expects something, and none is set aside',
  find: (house) =>
    [...house.files].flatMap(([path, text]) => {
      if (!/\.(test|journey)\.ts$/.test(path)) return []
      const aside = /\b(?:it|test|describe)\.(?:only|skip|todo|fails)\(/.exec(text)
      return [
        ...(/\bexpect\w*\(|fc\.assert\(/.test(text) ? [] : [`${path}: expects nothing`]),
        ...(aside && !/test\.skip\(\s*(?:!|\w+\s*===|\(|process|existsSync|no[A-Z])/.test(text)
          ? [`${path}: ${aside[0]}`]
          : []),
      ]
    }),
}

const styleSheetsAreShort: Manner = {
  name: `a style sheet has at most ${mostCssLines} lines`,
  find: (house) =>
    [...house.files]
      .filter(([path, text]) => path.endsWith('.css') && text.split('\n').length > mostCssLines)
      .map(([path, text]) => `${path}: ${text.split('\n').length}`),
}

const secrets = /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bghp_\w{36}\b|\bxox[bp]-\w{10,}/

const noSecrets: Manner = {
  name: 'no key of a real thing lies in the code',
  find: (house) => [...house.files].filter(([, text]) => secrets.test(text)).map(([path]) => path),
}

export const marks: readonly Manner[] = [
  noLeftovers,
  nothingSilenced,
  noTickets,
  noInlineStyles,
  noInlineHandlers,
  pinned,
  testsCanFail,
  styleSheetsAreShort,
  noSecrets,
]
