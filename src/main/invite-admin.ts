import { parseArgs } from 'node:util'
import { inviteOfficerInput } from '#people/rules/inputs.ts'
import { systemActor } from '#platform/actor.ts'
import { CannotStart } from '#platform/cannot-start.ts'
import { fieldErrors } from '#platform/field-errors.ts'
import { makeLog } from '#platform/log.ts'
import { isRefused } from '#platform/pure/refused.ts'
import { readConfig } from './config.ts'
import { inviteToAgency } from './invite-to-agency.ts'
import { reachDatabase } from './reach-database.ts'
import { seedReference } from './seed-reference.ts'
import { refusalWords } from './words.ts'
import { openWorld } from './world.server.ts'

const role = 'administrator'
const usage =
  'Say who: npm run invite-admin -- --email an@thainguyen.example --name "Nguyễn Văn An" [--agency so-khoa-hoc-cong-nghe]'
const agencyOfAdministrators = 'so-khoa-hoc-cong-nghe'

/**
 * `npm run invite-admin`: lets somebody in who may invite everybody else, on a platform that has no officer yet or has
 * lost its last administrator. Whoever may run commands beside the database may do this. Gives the link to hand over.
 */
async function run(words: readonly string[]): Promise<string> {
  const given = readWords(words)
  const config = readConfig(process.env)
  const database = await reachDatabase(config)
  const log = makeLog({ ...config, logLevel: 'silent' })
  const world = openWorld({ config, databaseUrl: database.url, log })
  try {
    const context = world.contextFor({ actor: systemActor, language: 'en' })
    await seedReference(context)
    const checked = inviteOfficerInput.safeParse({ ...given, role })
    if (!checked.success) {
      const lines = fieldErrors(checked.error, context).map(({ path, message }) => `  --${path}: ${message}`)
      throw new CannotStart([usage, ...lines].join('\n'))
    }
    const { secret, until } = await inviteToAgency(context, checked.data)
    const link = `${config.settings.publicUrl}/desk/invitation?secret=${secret}`
    return `Hand this link to ${checked.data.email}; it works once, until ${until}:\n${link}\n`
  } finally {
    await world.close()
    await database.close()
  }
}

function readWords(words: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { email: text, name: text, agency: { ...text, default: agencyOfAdministrators } },
    })
    return values
  } catch (error) {
    throw new CannotStart(`${error instanceof Error ? error.message : ''}\n${usage}`)
  }
}

function explain(error: unknown): string {
  if (error instanceof CannotStart) return error.message
  if (isRefused(error)) return refusalWords(error.code, 'en', error.details)
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

try {
  process.stdout.write(await run(process.argv.slice(2)))
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
}
