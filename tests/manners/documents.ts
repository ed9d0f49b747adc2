import { dirname, posix } from 'node:path'
import { openApiDocument } from '#platform/http/openapi.ts'
import type { House, Manner } from './house.ts'
import { missing, subjectsOf } from './house.ts'

const documentsThatMustBeTrue =
  /^(README(\.vi)?|ARCHITECTURE|STYLE|CONTRIBUTING)\.md$|^src\/.*README\.md$|^docs\/glossary\.md$/
const endings = /\.(ts|js|cjs|svelte|css|html|sql|json|md|sh|toml|ya?ml|png|webp)$/
/** Made by running something, so not always there. */
const made = /^(data|build|node_modules|test-results|playwright-report|src\/design\/messages)(\/|$)/
const mostLines = 300

function documents(house: House): [path: string, text: string][] {
  return [...house.files].filter(([path]) => documentsThatMustBeTrue.test(path))
}

/** Text without its blocks of code, where examples may name what is not there. */
function prose(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, '')
}

const everySubjectHasReadme: Manner = {
  name: 'every subject has a README.md',
  find: (house) =>
    missing(
      [...subjectsOf(house), 'platform'].map((subject) => `src/${subject}/README.md`),
      house.files.keys(),
    ),
}

const namedPathsExist: Manner = {
  name: 'every path that a document names exists',
  find: (house) =>
    documents(house).flatMap(([path, text]) => {
      const quoted = [...prose(text).matchAll(/`([^`\n]+)`/g)].map((found) => found[1] ?? '')
      const linked = [...prose(text).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((found) => found[1] ?? '')
      return [
        ...quoted.filter((name) => looksLikePath(house, name)),
        ...linked.filter((name) => !/^\w+:|^\//.test(name)),
      ]
        .filter((name) => !exists(house, path, name))
        .map((name) => `${path}: ${name}`)
    }),
}

function looksLikePath(house: House, name: string): boolean {
  if (!/^[\w@.()[\]+-]+(\/[\w@.()[\]+-]*)*$/.test(name) || /^\.[\w.]+$/.test(name)) return false
  if (endings.test(name)) return true
  const [first = ''] = name.split('/')
  return name.includes('/') && folders(house).has(first)
}

const known = new WeakMap<House, Set<string>>()

/** Every folder there is, with all its parents. */
function folders(house: House): Set<string> {
  const found = known.get(house) ?? new Set<string>()
  if (found.size === 0) {
    for (const path of house.files.keys()) {
      for (let folder = dirname(path); folder !== '.' && !found.has(folder); folder = dirname(folder))
        found.add(folder)
    }
    known.set(house, found)
  }
  return found
}

function exists(house: House, document: string, name: string): boolean {
  const there = (path: string) => {
    const plain = posix.normalize(path).replace(/\/$/, '')
    return house.files.has(plain) || folders(house).has(plain) || made.test(plain)
  }
  const beside = dirname(document) === '.' ? name : `${dirname(document)}/${name}`
  if (there(name) || there(beside) || name === 'package-lock.json' || name.startsWith('static/')) return true
  // `rules/inputs.ts` stands for that file of any subject.
  const ofSubjects = /^(rules|store|ui)\//.test(name)
  if (
    ofSubjects &&
    [...house.files.keys()].some((path) => path.startsWith('src/') && path.endsWith(`/${name}`))
  )
    return true
  // A bare file name counts when the document's own folder holds it somewhere.
  const home = dirname(document) === '.' ? '' : `${dirname(document)}/`
  return (
    !name.includes('/') &&
    [...house.files.keys()].some((path) => path.startsWith(home) && path.endsWith(`/${name}`))
  )
}

const namedScriptsExist: Manner = {
  name: 'every npm script that a document names exists',
  find: (house) => {
    const { scripts = {} } = JSON.parse(house.files.get('package.json') ?? '{}') as { scripts?: object }
    return documents(house).flatMap(([path, text]) =>
      missing(
        [...text.matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
          (found) => found[1] ?? found[2] ?? '',
        ),
        Object.keys(scripts),
      ).map((name) => `${path}: npm run ${name}`),
    )
  },
}

const documentsAreShort: Manner = {
  name: `a document has at most ${mostLines} lines`,
  find: (house) =>
    documents(house)
      .filter(([, text]) => text.split('\n').length > mostLines)
      .map(([path, text]) => `${path}: ${text.split('\n').length}`),
}

const openApiIsCurrent: Manner = {
  name: 'docs/openapi.json is what the code says (npm run openapi)',
  find: (house) => {
    const file = house.files.get('docs/openapi.json')
    if (file === undefined) return ['docs/openapi.json: missing']
    const version = (JSON.parse(file) as { info?: { version?: string } }).info?.version ?? ''
    const said = JSON.stringify(openApiDocument(house.endpoints, version))
    return JSON.stringify(JSON.parse(file)) === said ? [] : ['docs/openapi.json: differs from the endpoints']
  },
}

export const documentManners: readonly Manner[] = [
  everySubjectHasReadme,
  namedPathsExist,
  namedScriptsExist,
  documentsAreShort,
  openApiIsCurrent,
]
