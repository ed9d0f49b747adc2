import { expect, test } from 'vitest'
import { answeredOne, expectRefused, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { publishReport } from './publish-report.ts'

test('a confidential report is read by everybody only in the words the province’s intake published', async () => {
  const w = await world()
  const told = 'Bé Na ở xóm Đồng bị bỏ đói, cần người đến xem ngay.'
  const { code, desk, ioc, other } = await answeredOne(w, { category: 'social-protection', text: told })
  expect(await seen(other, code)).toMatchObject({ text: null, answer: { text: null } })
  const text = 'Một trẻ em cần được chăm sóc.'
  await expectRefused(publishReport(desk, { code, text }), 'not-your-report')
  await publishReport(ioc, { code, text })
  const view = await seen(other, code)
  expect(view).toMatchObject({
    published: true,
    text,
    landmark: null,
    answer: { text: 'Đã vá xong đoạn này.' },
  })
  expect(JSON.stringify(view)).not.toContain('Na')
  expect(view.place?.accuracyMeters).toBe(500)
})
