import { expect, test } from 'vitest'
import { fileOne } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { acceptReport } from './accept-report.ts'
import { modelInUse } from './category-model-in-use.ts'
import { proposeForReport } from './propose-for-report.ts'
import { trainCategories } from './train-categories.ts'

test('officers’ corrections are learnt, as a new version; nothing new makes no version', async () => {
  const w = await world()
  const versions = () =>
    w
      .context()
      .db.selectFrom('report_models')
      .select(['version', 'examples', 'in_use'])
      .orderBy('version')
      .execute()
  const before = await versions()
  expect(before).toMatchObject([{ in_use: true }])
  await trainCategories(w.context())
  expect(await versions()).toEqual(before)

  const text = 'Máy bay không người lái vo ve quay phim trên nóc nhà tôi suốt'
  for (const more of ['hôm nay', 'hôm qua', 'tuần này', 'buổi trưa', 'buổi sáng', 'buổi chiều']) {
    const one = await fileOne(w, { category: 'ideas', text: `${text} ${more}`, anonymous: true }).catch(() =>
      fileOne(w, { category: 'noise', text: `${text} ${more}` }),
    )
    await acceptReport(one.desk, { code: one.code, category: 'public-security' })
  }
  await trainCategories(w.context())
  const after = await versions()
  expect(after.length).toBe(2)
  expect(after[1]?.examples).toBe((before[0]?.examples ?? 0) + 6)
  const found = await proposeForReport(w.context(), { text: 'may bay khong nguoi lai vo ve quay phim' })
  expect(found.categories[0]?.code).toBe('public-security')
})

test('a report accepted under the category the citizen chose corrects nothing', async () => {
  const w = await world()
  const one = await fileOne(w)
  await acceptReport(one.desk, { code: one.code })
  expect(await w.context().db.selectFrom('report_corrections').selectAll().execute()).toEqual([])
})

test('a model that does badly on the cases held back is not used', async () => {
  const w = await world()
  const { db } = w.context()
  await db
    .insertInto('report_models')
    .columns(['made_at', 'examples', 'examples_hash', 'first_right', 'three_right', 'in_use', 'weights'])
    .expression((eb) =>
      eb
        .selectFrom('report_models')
        .select([
          'made_at',
          'examples',
          'examples_hash',
          'first_right',
          'three_right',
          eb.val(false).as('in_use'),
          eb.val(Buffer.from('nothing')).as('weights'),
        ]),
    )
    .execute()
  expect((await modelInUse(w.context()))?.categories.length).toBe(25)
})
