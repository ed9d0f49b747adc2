import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { takeTurn } from './in-turn.ts'

const program = `
import { appendFileSync } from 'node:fs'
import { takeTurn } from ${JSON.stringify(join(import.meta.dirname, 'in-turn.ts'))}
const [name, book] = process.argv.slice(1)
const done = takeTurn(name)
appendFileSync(book, 'in ')
await new Promise((resolve) => setTimeout(resolve, 150))
appendFileSync(book, 'out ')
done()`

function run(name: string, book: string): Promise<number | null> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, name, book], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve) => child.once('exit', resolve))
}

test('of several processes started at once, one after the other is let in', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ctn-turn-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const book = join(folder, 'book')
  const name = `test-${process.pid}`
  expect(await Promise.all([1, 2, 3, 4].map(() => run(name, book)))).toEqual([0, 0, 0, 0])
  expect(readFileSync(book, 'utf8')).toBe('in out in out in out in out ')
})

test('whoever was killed in their turn is not waited for', () => {
  const name = `test-left-${process.pid}`
  const done = takeTurn(name)
  const file = join(import.meta.dirname, '../../node_modules/.cache/c-thainguyen', `${name}.pid`)
  expect(readFileSync(file, 'utf8')).toBe(String(process.pid))
  writeFileSync(file, '4194999')
  takeTurn(name)()
  done()
  expect(() => readFileSync(file)).toThrow()
})
