import { expect, test } from 'vitest'
import { stranger } from '#platform/actor.ts'
import { answeredOne, benOanh, expectRefused, fileOne } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { proposeForReport } from './propose-for-report.ts'
import { rejectReport } from './reject-report.ts'

const near = { lat: benOanh.lat + 0.0004, lon: benOanh.lon }
const far = { lat: 21.9, lon: 105.7 }

test('a likely duplicate is found by words and place, without accents and with typing errors', async () => {
  const w = await world()
  const one = await fileOne(w, { category: 'road-damage' })
  await fileOne(w, { category: 'noise', text: 'Hàng xóm hát karaoke đến nửa đêm không ngủ được.' })
  const asked = (text: string) => proposeForReport(w.context(stranger()), { text, ...near })
  for (const text of [
    'Có ổ gà sâu ở ngã ba Bến Oánh, trẻ con đi học qua',
    'o ga sau o nga ba ben oanh',
    'ỏ gà sau ở ngã ba bến oáhn tre con di học',
  ]) {
    const { duplicates, categories, danger, elsewhere } = await asked(text)
    expect(duplicates.map(({ code }) => code)).toEqual([one.code])
    expect(duplicates[0]?.distanceMetres).toBeGreaterThan(20)
    expect(duplicates[0]?.distanceMetres).toBeLessThan(80)
    expect(categories[0]?.code).toBe('road-damage')
    expect([danger, elsewhere]).toEqual([false, null])
  }
  expect((await asked('Nước máy mất từ sáng, cả tổ không có dùng')).duplicates).toEqual([])
})

test('the same words far away are another matter; without a place the words alone decide', async () => {
  const w = await world()
  const one = await fileOne(w)
  const text = 'Ổ gà sâu ở ngã ba Bến Oánh, trẻ con đi học rất đông'
  expect((await proposeForReport(w.context(stranger()), { text, ...far })).duplicates).toEqual([])
  const [found] = (await proposeForReport(w.context(stranger()), { text })).duplicates
  expect(found).toMatchObject({ code: one.code, distanceMetres: null })
})

test('answered look-alikes stand apart from open ones', async () => {
  const w = await world()
  const done = await answeredOne(w)
  const found = await proposeForReport(w.context(stranger()), { text: 'Ổ gà sâu ở ngã ba Bến Oánh', ...near })
  expect(found.duplicates).toEqual([])
  expect(found.answered.map(({ code }) => code)).toEqual([done.code])
})

test('what strangers may not read is never found: confidential words, rejected reports', async () => {
  const w = await world()
  const text = 'Có nhóm người tiêm chích ma tuý ở nhà hoang cuối ngõ Bến Oánh'
  await fileOne(w, { category: 'public-security', text })
  const other = await fileOne(w, { text: 'Bàn ghế quán nước chiếm hết vỉa hè Bến Oánh' })
  const ask = (words: string) => proposeForReport(w.context(stranger()), { text: words, ...near })
  expect((await ask(text)).duplicates).toEqual([])
  expect((await ask('Bàn ghế quán nước chiếm hết vỉa hè')).duplicates.length).toBe(1)
  await rejectReport(other.desk, { code: other.code, reason: 'test', text: 'Đây là phản ánh thử nghiệm.' })
  expect((await ask('Bàn ghế quán nước chiếm hết vỉa hè')).duplicates).toEqual([])
})

test('danger, complaints, denunciations and secrets are told apart; secrets are not taken at all', async () => {
  const w = await world()
  const ask = (text: string) => proposeForReport(w.context(stranger()), { text })
  expect((await ask('Có người đuối nước ở sông Cầu')).danger).toBe(true)
  expect((await ask('Tôi khiếu nại quyết định thu hồi đất')).elsewhere).toBe('complaint')
  expect((await ask('Tôi tố cáo ông A nhận hối lộ')).elsewhere).toBe('denunciation')
  await expectRefused(fileOne(w, { text: 'Tôi gửi kèm tài liệu mật của đơn vị' }), 'state-secret-words')
  await fileOne(w, { text: 'Tôi khiếu nại việc bồi thường chậm' })
})

test('words that mean something to a query are only words', async () => {
  const w = await world()
  await fileOne(w)
  const text = "!!! & | ' : * <-> ( ) \\ % _ ổ gà' OR 1=1 -- 😀 \u202E ngã ba"
  expect((await proposeForReport(w.context(stranger()), { text, ...near })).categories.length).toBe(3)
})
