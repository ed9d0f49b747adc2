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

function demoLines(port: number): string[][] {
  void port
  return []
}
