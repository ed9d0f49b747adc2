import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { acceptInvitation } from '#people/accept-invitation.ts'
import type { TestWorld } from '../../tests/world/world.ts'
import { world } from '../../tests/world/world.ts'

const production = {
  NODE_ENV: 'production',
  SECRET: 'k'.repeat(40),
  PUBLIC_URL: 'https://thainguyen.example',
  SMS_GATEWAY_URL: 'https://sms.example',
  SMS_GATEWAY_SECRET: 'g'.repeat(40),
}

function invite(w: TestWorld, words: readonly string[]) {
  return spawnSync(process.execPath, ['src/main/invite-admin.ts', ...words], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DATABASE_URL: w.databaseUrl, ...production },
  })
}

test('the first administrator of a province gets in by a link that works once', async () => {
  const w = await world()
  const said = invite(w, ['--email', 'An@thainguyen.example', '--name', 'Nguyễn Văn An'])
  expect(said.stderr).toBe('')
  const [, secret = ''] =
    /https:\/\/thainguyen\.example\/desk\/invitation\?secret=(\S+)/.exec(said.stdout) ?? []
  w.clock.set(Temporal.Now.instant())
  const accepting = { secret, password: 'chè xanh đầu mùa' }
  expect(await acceptInvitation(w.context(), accepting)).toEqual({ email: 'an@thainguyen.example' })
  await expect(acceptInvitation(w.context(), accepting)).rejects.toMatchObject({
    code: 'invitation-not-valid',
  })
  const { rows } = await w.pool.query<{ person_id: string; role: string; agency: string }>(
    'select person_id, role, agency from officers',
  )
  expect(rows).toEqual([
    { person_id: expect.any(String), role: 'administrator', agency: 'so-khoa-hoc-cong-nghe' },
  ])
  expect(invite(w, ['--email', 'an@thainguyen.example', '--name', 'Nguyễn Văn An']).status).toBe(1)
})

test.each([
  [['--name', 'Nguyễn Văn An'], '--email'],
  [['--email', 'an', '--name', 'Nguyễn Văn An'], '--email'],
  [['--email', 'an@thainguyen.example', '--name', 'Nguyễn Văn An', '--agency', 'nowhere'], 'agency'],
  [['--mail', 'an@thainguyen.example'], 'npm run invite-admin'],
])('says what is wrong with %j', async (words, named) => {
  const w = await world()
  const said = invite(w, words)
  expect(said.status).toBe(1)
  expect(said.stderr.toLowerCase()).toContain(named)
  expect(said.stderr).not.toContain('    at ')
})
