import ts from 'typescript'
import type { House, Manner } from './house.ts'
import { actionFiles, filesLike, missing } from './house.ts'
import { callsOf, exportsOf, literalsOf, parse } from './source.ts'

const anyActor = ['anyone', 'signed-in']

const allowComesFirst: Manner = {
  name: 'the first line of every action says who may: allow(context, …)',
  find: (house) => [
    ...actionFiles(house).flatMap(([path, text]) =>
      exportsOf(path, text)
        .filter(
          (one) =>
            one.async &&
            one.takes.startsWith('Context<') &&
            !one.firstStatement.startsWith('allow(context, '),
        )
        .map((one) => `${path}: ${one.name}`),
    ),
    ...house.endpoints
      .filter((row) => allowedBy(row.run) === null)
      .map((row) => `${row.method} ${row.path}: ${row.run.name}`),
  ],
}

/** What the first statement of a function allows: a name, '…' when it is computed, null when it is not there. */
function allowedBy(run: (...words: never[]) => unknown): string | null {
  const first = /^[^{]*\{\s*(?:\(0, *)?[\w.]*\ballow\)?\(\s*context,\s*([^;\n]*)\)/.exec(bodyOf(run))
  if (first === null) return null
  return /^['"]([\w-]+)['"]$/.exec((first[1] ?? '').trim())?.[1] ?? '…'
}

/** The text of a function from its body on, so that braces in its parameters do not mislead. */
function bodyOf(run: (...words: never[]) => unknown): string {
  return run.toString().replace(/^(async )?function \w+\([^]*?\)\s*\{/, '{')
}

const rowsSayWhoMay: Manner = {
  name: 'every endpoint says who may: anyone, signed-in or a permission, the same as its action',
  find: (house) =>
    house.endpoints.flatMap((row) => {
      const known = [...anyActor, ...house.permissions].includes(row.who)
      const allowed = allowedBy(row.run)
      const differs = allowed !== null && allowed !== '…' && allowed !== row.who
      return [
        ...(known ? [] : [`${row.method} ${row.path}: ${row.who || 'nobody'} is no permission`]),
        ...(differs ? [`${row.method} ${row.path}: says ${row.who}, its action allows ${allowed}`] : []),
      ]
    }),
}

const allowedIsListed: Manner = {
  name: 'every permission that is asked for is listed in src/main/permissions.ts',
  find: (house) =>
    filesLike(house, /^src\/.*\.ts$/).flatMap(([path, text]) =>
      callsOf('allow', parse(path, text)).flatMap((call) => {
        const [, permission] = call.arguments
        if (!permission || !ts.isStringLiteral(permission)) return []
        return missing([permission.text], [...anyActor, ...house.permissions]).map(
          (name) => `${path}: ${name}`,
        )
      }),
    ),
}

const permissionsAreUsed: Manner = {
  name: 'every permission opens something',
  find: (house) => missing(house.permissions, wordsOfCode(house)),
}

/** Quoted words of the code, without the files that list permissions. */
function wordsOfCode(house: House): Set<string> {
  const code = filesLike(house, /^src\/.*\.ts$/).filter(
    ([path]) => !/(permissions|permission-names)\.ts$/.test(path),
  )
  return new Set(code.flatMap(([path, text]) => literalsOf(path, text)))
}

const rowsAreWellFormed: Manner = {
  name: 'endpoints are lists or things, once each, with a summary and with every name of their path in their input',
  find: (house) => {
    const seen = new Set<string>()
    return house.endpoints.flatMap((row) => {
      const name = `${row.method} ${row.path}`
      const twice = seen.has(name)
      seen.add(name)
      const inPath = [...row.path.matchAll(/\{(\w+)\}/g)].map((part) => part[1] ?? '')
      return [
        ...(twice ? [`${name}: twice`] : []),
        ...(/^(\/([a-z0-9-]+|\{[a-z][A-Za-z0-9]*\}))+$/.test(row.path)
          ? []
          : [`${name}: not a path of small letters`]),
        ...(row.summary.length >= 10 ? [] : [`${name}: no summary`]),
        ...missing(inPath, Object.keys(row.input.shape)).map(
          (part) => `${name}: ${part} is not in its input`,
        ),
      ]
    })
  },
}

export const actions: readonly Manner[] = [
  allowComesFirst,
  rowsSayWhoMay,
  allowedIsListed,
  permissionsAreUsed,
  rowsAreWellFormed,
]
