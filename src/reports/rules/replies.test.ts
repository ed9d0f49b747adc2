import { expect, test } from 'vitest'
import { fillReply, unknownPlaceholders } from './replies.ts'

const values = {
  code: 'TN-1',
  title: 'Ổ gà {code}',
  category: 'Đường',
  commune: 'Phường Gia Sàng',
  agency: 'UBND',
  dueDate: '30/11/2026',
  today: '23/11/2026',
}

test('braces are filled once, and what a citizen wrote in braces stays as it is', () => {
  expect(fillReply('{code}: {title}, hạn { dueDate }.', values)).toBe('TN-1: Ổ gà {code}, hạn 30/11/2026.')
})

test('unknown names are told, known ones are not', () => {
  expect(unknownPlaceholders('{code} {phone} {dueDate} {name}')).toEqual(['phone', 'name'])
})
