import { basename } from 'node:path'
import type { Manner } from './house.ts'
import { actionFiles, filesLike } from './house.ts'
import { camelCase, exportsOf, kebabCase, numberNames } from './source.ts'

/** Words that say nothing about what a file does. */
const emptyWords =
  /^(utils?|helpers?|misc|managers?|services?|shared|lib|stuff|impl|dto|repository|controller)$/
const units =
  /(Milliseconds|Ms|Seconds|Minutes|Hours|Days|Weeks|Months|Years|Bytes|Kilobytes|Megabytes|Metres|Kilometres|Degrees)$/
const unitless =
  /(timeout|delay|duration|interval|ttl|lifetime|patience|backoff|maxAge|retryAfter|distance|fileSize|bodySize)$/i
const verbNoun = /^[a-z]+(-[a-z0-9]+)+$/

/** Files at the top of a subject that hold the action of their name; the others are what its actions share. */
const verbsAreFileNames: Manner = {
  name: 'a file that holds an action is named <verb>-<noun>.ts and exports no other function',
  find: (house) =>
    actionFiles(house).flatMap(([path, text]) => {
      const name = basename(path, '.ts')
      const functions = exportsOf(path, text).filter((one) => one.kind === 'function')
      const own = functions.find((one) => one.name === camelCase(name))
      if (!own?.takes.startsWith('Context<')) return []
      const others = functions.filter((one) => one !== own)
      return [
        ...(verbNoun.test(name) ? [] : [`${path}: not <verb>-<noun>.ts`]),
        ...others.map((one) => `${path}: also exports ${one.name}`),
      ]
    }),
}

const rowsLeadToActions: Manner = {
  name: 'every row of a subject, and every page, leads to an action in the file of its name',
  find: (house) => [
    ...filesLike(house, /^src\/(?!platform|main)[^/]+\/[^/]+\.(api|jobs)\.ts$/).flatMap(([path, text]) =>
      [...text.matchAll(/^\s+run: (\w+),?$/gm)]
        .map((found) => found[1] ?? '')
        .filter((run) => !text.includes(`import { ${run} } from './${kebabCase(run)}.ts'`))
        .map((run) => `${path}: ${run}`),
    ),
    ...filesLike(house, /^src\/routes\/.*\.ts$/).flatMap(([path, text]) =>
      [
        ...text.matchAll(/^import \{ ([^}]+) \} from '#(?!platform|main|design)([\w-]+)\/([\w-]+)\.ts'/gm),
      ].flatMap(([, list = '', subject = '', file = '']) =>
        list
          .split(', ')
          .filter((name) => /^[a-z]\w*$/.test(name) && kebabCase(name) !== file)
          .map((name) => `${path}: ${name} of #${subject}/${file}.ts`),
      ),
    ),
  ],
}

const noBarrels: Manner = {
  name: 'no index.ts',
  find: (house) =>
    [...house.files.keys()].filter(
      (path) => /(^|\/)index\.(ts|js)$/.test(path) && path !== 'src/service-worker/index.ts',
    ),
}

const namesSaySomething: Manner = {
  name: 'no file or folder has a name that says nothing',
  find: (house) =>
    filesLike(house, /^(src|tests|bench)\//)
      .map(([path]) => path)
      .filter((path) => {
        const inSubjects = path.replace('public-services', '').replace('src/service-worker', '')
        if (inSubjects.startsWith('src/routes/')) return false
        return inSubjects.split(/[/.-]/).some((word) => emptyWords.test(word.toLowerCase()))
      }),
}

const fileNamesAreKebab: Manner = {
  name: 'files are named in kebab-case, components in PascalCase',
  find: (house) =>
    [...house.files.keys()].filter((path) => {
      if (!/^(src|tests|bench)\/.*\.(ts|svelte)$/.test(path) || path.startsWith('src/routes/')) return false
      const [name = ''] = basename(path).split('.')
      return path.endsWith('.svelte')
        ? !/^[A-Z][A-Za-z0-9]*$/.test(name)
        : !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)
    }),
}

const unitsInNames: Manner = {
  name: 'a number of something has its unit in its name',
  find: (house) =>
    filesLike(house, /^(src|bench|tests)\/.*\.ts$/).flatMap(([path, text]) =>
      numberNames(path, text)
        .filter((name) => unitless.test(name) && !units.test(name))
        .map((name) => `${path}: ${name}`),
    ),
}

export const names: readonly Manner[] = [
  verbsAreFileNames,
  rowsLeadToActions,
  noBarrels,
  namesSaySomething,
  fileNamesAreKebab,
  unitsInNames,
]
