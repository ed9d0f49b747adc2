import { benchReports } from './reports.ts'

const programs: Readonly<Record<string, (words: readonly string[]) => Promise<void>>> = {
  reports: benchReports,
}

const [name = '', ...words] = process.argv.slice(2)
const program = programs[name]
if (program === undefined) {
  process.stderr.write(`Which one? npm run bench -- ${Object.keys(programs).join(' | ')}\n`)
  process.exit(2)
}
await program(words)
