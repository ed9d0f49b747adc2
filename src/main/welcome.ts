import { demoDomain, demoPassword } from '#people/rules/demo.ts'
import type { House } from './open-house.ts'

/** One clear block: where it is, who can sign in, where the data lies, how to stop. */
export function printWelcome(house: House): void {
  const { config, database, port } = house
  const lines = [
    [
      'Address',
      config.settings.mode === 'production' ? config.settings.publicUrl : `http://localhost:${port}`,
    ],
    ...(config.settings.mode === 'production' ? [] : demoLines(port)),
    ['Data', database ? `${database.dataFolder} · files in ${config.dataFolder}/files` : 'DATABASE_URL'],
    ['Stop', 'Ctrl-C'],
  ]
  const width = Math.max(...lines.map(([name]) => (name ?? '').length))
  const body = lines.map(([name, value]) => `  ${(name ?? '').padEnd(width)}  ${value}`).join('\n')
  process.stdout.write(`\n  C-ThaiNguyen\n\n${body}\n\n`)
}

const demoAccounts: readonly (readonly [string, string])[] = [
  ['truc-1', 'intake of the province'],
  ['phan-dinh-phung', 'officer of a ward'],
  ['lanh-dao-phan-dinh-phung', 'head of that ward'],
  ['quan-tri', 'administrator'],
]

/** Who can sign in to the demo, and how. Production has none of them. */
function demoLines(port: number): string[][] {
  const desk = `http://localhost:${port}/desk`
  return [
    ['Desk', `${desk} · password ${demoPassword} · the second page shows the six digits`],
    ...demoAccounts.map(([name, what]) => ['', `${name}${demoDomain} · ${what}`]),
    ['Citizens', `any phone number · the code appears on ${desk}/outbox and in the log`],
  ]
}
