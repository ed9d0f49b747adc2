import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { iconAsStrokes, messageAsWords } from './lean-pages.ts'

test('an icon becomes its strokes and nothing else', () => {
  const house = readFileSync('node_modules/@lucide/svelte/dist/icons/house.svelte', 'utf8')
  const strokes = iconAsStrokes(house)
  expect(strokes.match(/<path d="M[^"]+" \/>/g)).toHaveLength(2)
  expect(strokes).not.toMatch(/script|import|house/)
})

test('icons written in a way that is not known stop the build', () => {
  expect(() => iconAsStrokes('<svg />')).toThrow(/Lucide/)
})

const paraglide = (vietnamese: string, english: string, inputs = '') =>
  ['vi', 'en']
    .map(
      (language) =>
        `const ${language}_reports_new = /** @type {(inputs: {}) => LocalizedString} */ (${inputs}) => {\n` +
        `\treturn /** @type {LocalizedString} */ (\`${language === 'vi' ? vietnamese : english}\`)\n};\n`,
    )
    .join('\n') + '\nexport const reports_new = /** @type {(() => string)} */ (() => vi_reports_new())'

test('a message of fixed words becomes its words in both languages', () => {
  const lean = messageAsWords(paraglide('Gửi (ngay) \\`nhé\\`', 'Send'))
  expect(lean).toContain('export const reports_new = /*#__PURE__*/ words(`Gửi (ngay) \\`nhé\\``, `Send`)')
})

test('a message with a number or a name in it stays as it is', () => {
  expect(messageAsWords(paraglide('Còn ${i?.count} ngày', '${i?.count} days left', 'i'))).toBeNull()
  expect(messageAsWords(paraglide('Còn ${i?.count} ngày', 'soon'))).toBeNull()
})

test('nearly all messages of today are fixed words', () => {
  const folder = 'src/design/messages/messages'
  const messages = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
  const lean = messages.filter((message) => messageAsWords(message) !== null)
  expect(lean.length / messages.length).toBeGreaterThan(0.8)
})
