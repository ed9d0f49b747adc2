import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const imports = /^(?:import|export)\s(?!type\s)[^'"]*?['"]([^'"]+)['"]/gm

/** The modules that are linked before the first line of a program runs. */
function linked(entry: string): Set<string> {
  const seen = new Set<string>()
  const follow = (file: string): void => {
    const path = relative(root, file)
    if (seen.has(path)) return
    seen.add(path)
    if (!existsSync(file) || path.startsWith('src/design/messages')) return
    for (const [, to = ''] of readFileSync(file, 'utf8').matchAll(imports)) {
      if (!/\.(?:ts|js)$/.test(to)) continue
      if (to.startsWith('#')) follow(join(root, 'src', to.slice(1)))
      else if (to.startsWith('.')) follow(join(dirname(file), to))
    }
  }
  follow(join(root, entry))
  return seen
}

const needsMessages = (entry: string) => linked(entry).has('src/design/messages/messages.js')

test('a program that is run in a fresh checkout does not need messages before they are compiled', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const programs = Object.values(scripts).flatMap((script) =>
    [...script.matchAll(/(?<before>.*?)node (?:--\S+ )*(?<entry>\S+\.ts)/g)].map(({ groups }) => ({
      entry: groups?.['entry'] ?? '',
      compiled: script.startsWith('node src/main/compile-messages.ts && '),
    })),
  )
  expect(programs.map((program) => program.entry)).toContain('src/main/start.ts')
  const early = programs.filter((program) => !program.compiled && needsMessages(program.entry))
  expect(early).toEqual([])
})

test('the program takes the place of the shell that npm starts it in, so that a signal to npm closes it', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  expect([scripts['start'], scripts['dev']]).toEqual([
    'exec node src/main/start.ts',
    'exec node src/main/dev.ts',
  ])
})

test('the house does need them, so the walk above sees what it looks for', () => {
  expect(needsMessages('src/main/open-house.ts')).toBe(true)
})
