import { CannotStart } from '#platform/cannot-start.ts'
import { compileMessages } from './compile-messages.ts'
import { readConfig } from './config.ts'

// Both know words, which a fresh checkout does not have before this.
compileMessages()
const { openHouse } = await import('./open-house.ts')
const { printWelcome } = await import('./welcome.ts')

/** The program: opens the house, prints where it is, and closes it in order when told to stop. */
async function start(): Promise<void> {
  const config = readConfig(process.env)
  const house = await openHouse(config, { watch: process.argv.includes('--dev') })
  if (house === null) return
  // A reader of the output that went away must not keep the program from closing its database.
  process.stdout.on('error', () => undefined)
  process.stderr.on('error', () => undefined)
  const stop = (signal: NodeJS.Signals) => {
    process.stdout.write(`\n${signal}: closing…\n`)
    house.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
    process.once(signal, () => process.exit(1))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  process.once('SIGHUP', stop)
  // Whoever watches over us in development is gone.
  process.once('disconnect', () => stop('SIGHUP'))
  printWelcome(house)
}

function fail(error: unknown): never {
  const text =
    error instanceof CannotStart
      ? error.message
      : error instanceof Error
        ? (error.stack ?? '')
        : String(error)
  const cause = error instanceof Error && error.cause instanceof Error ? `\n${error.cause.message}` : ''
  process.stderr.write(`${text}${cause}\n`)
  process.exit(1)
}

try {
  await start()
} catch (error) {
  fail(error)
}
