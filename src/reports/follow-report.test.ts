import { expect, test } from 'vitest'
import { stranger } from '#platform/actor.ts'
import { tellFollowers } from '#main/tell-followers.ts'
import { listNotices } from '#notices/list-notices.ts'
import { answeredOne, expectRefused, fileOne, inWork } from '../../tests/world/report-cast.ts'
import { citizen, passerBy, world } from '../../tests/world/world.ts'
import { answerReport } from './answer-report.ts'
import { findFollowing } from './find-following.ts'
import { followReport } from './follow-report.ts'
import { listFollowedReports } from './list-followed-reports.ts'
import { unfollowReport } from './unfollow-report.ts'
import { withdrawReport } from './withdraw-report.ts'

test('a person follows once, sees it among what they follow, and stops', async () => {
  const w = await world()
  const { code } = await fileOne(w)
  const me = w.context(citizen(w.context().newId()))
  expect(await followReport(me, { code })).toEqual({ code, followers: 1, following: true, receiptKey: null })
  expect(await followReport(me, { code })).toMatchObject({ followers: 1, following: true })
  expect((await listFollowedReports(me, { limit: 10 })).items.map((card) => card.code)).toEqual([code])
  expect(await findFollowing(w.context(passerBy), { code })).toEqual({ code, followers: 1, following: false })
  expect(await unfollowReport(me, { code })).toEqual({ code, followers: 0, following: false })
  expect(await unfollowReport(me, { code })).toEqual({ code, followers: 0, following: false })
  expect((await listFollowedReports(me, { limit: 10 })).items).toEqual([])
})

test('a browser follows by a key that is told once, and by what it carries already', async () => {
  const w = await world()
  const [one, two] = [await fileOne(w), await fileOne(w)]
  const first = await followReport(w.context(passerBy), { code: one.code })
  expect(first.receiptKey).toMatch(/^[\w-]{22}$/)
  const mine = w.context(stranger([first.receiptKey ?? '']))
  expect((await followReport(mine, { code: two.code })).receiptKey).toBe(null)
  expect((await followReport(mine, { code: one.code })).followers).toBe(1)
  expect((await listFollowedReports(mine, { limit: 1 })).items.map((card) => card.code)).toEqual([two.code])
  const { nextCursor } = await listFollowedReports(mine, { limit: 1 })
  const rest = await listFollowedReports(mine, { limit: 1, cursor: nextCursor ?? undefined })
  expect([rest.items.map((card) => card.code), rest.nextCursor]).toEqual([[one.code], null])
  expect((await listFollowedReports(w.context(passerBy), { limit: 5 })).items).toEqual([])
})

test('from a follower nobody can tell what else was filed from that browser', async () => {
  const w = await world()
  const [mine, theirs] = [await fileOne(w), await fileOne(w)]
  await followReport(mine.me, { code: theirs.code })
  const { db } = w.context()
  const linked = await db
    .selectFrom('report_followers')
    .innerJoin('reports', 'reports.receipt_key_hash', 'report_followers.key_hash')
    .select('reports.code')
    .execute()
  expect(linked).toEqual([])
})

test('two at once count once each', async () => {
  const w = await world()
  const { code } = await fileOne(w)
  const people = [1, 2, 3, 4].map(() => w.context(citizen(w.context().newId())))
  await Promise.all([...people, ...people].map((person) => followReport(person, { code })))
  expect((await findFollowing(w.context(passerBy), { code })).followers).toBe(4)
})

test('followers hear of it by a job; the reporter is not told twice', async () => {
  const w = await world()
  const reporter = w.context(citizen(w.context().newId()))
  const one = await fileOne(w, {}, reporter)
  const me = w.context(citizen(w.context().newId()))
  await followReport(me, { code: one.code })
  await followReport(reporter, { code: one.code })
  const input = {
    code: one.code,
    kind: 'report-answered',
    except: reporter.actor.personId,
    after: null,
  } as const
  await tellFollowers(w.context(), input)
  const kinds = async (who: typeof me) =>
    (await listNotices(who, { limit: 20 })).items.map((notice) => notice.kind)
  expect(await kinds(me)).toEqual(['followed-answered'])
  expect(await kinds(reporter)).not.toContain('followed-answered')
})

test('an answer asks for the job where somebody follows, and for none where nobody does', async () => {
  const w = await world()
  const jobs = async () => {
    const { rows } = await w.pool.query<{ count: number }>(
      `select count(*)::int as count from pgboss.job where name = 'tell-followers'`,
    )
    return rows[0]?.count
  }
  await answeredOne(w)
  expect(await jobs()).toBe(0)
  const followed = await inWork(w)
  await followReport(w.context(citizen(w.context().newId())), { code: followed.code })
  await answerReport(followed.desk, {
    code: followed.code,
    ending: 'explained',
    text: 'Đã vá xong đoạn này.',
    photos: [],
  })
  expect(await jobs()).toBe(1)
})

test('what is not public is not followed', async () => {
  const w = await world()
  const one = await fileOne(w)
  await withdrawReport(one.me, { code: one.code })
  await expectRefused(followReport(w.context(passerBy), { code: one.code }), 'report-not-public')
  await expectRefused(followReport(w.context(passerBy), { code: 'TN-00000000' }), 'report-not-found')
})
