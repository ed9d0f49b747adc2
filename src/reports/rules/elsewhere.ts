import { foldText } from '#platform/pure/fold-text.ts'

/** What has a way of its own by law and does not belong into a public report. */
export const elsewhereKinds = ['state-secret', 'denunciation', 'complaint'] as const
export type ElsewhereKind = (typeof elsewhereKinds)[number]

/**
 * What people write above or in such a letter, by kind, the gravest first. Words with accents are looked for as they are:
 * "tuyệt mật" is a secret, and "tôi mất", "bị đỏ mắt" and "người to cao" are not, though all fold to the same letters.
 */
const phrases: Record<ElsewhereKind, readonly string[]> = {
  'state-secret': [
    'bí mật nhà nước',
    'bí mật quân sự',
    'bí mật quốc phòng',
    'tài liệu mật',
    'văn bản mật',
    'công văn mật',
    'dấu mật',
    'độ mật',
    'tuyệt mật',
    'tối mật',
    'state secret',
    'state secrets',
    'classified document',
    'top secret',
  ],
  denunciation: [
    'tố cáo',
    'tố giác cán bộ',
    'tham nhũng',
    'nhận hối lộ',
    'đòi hối lộ',
    'tham ô',
    'denounce',
    'denunciation',
    'corruption',
    'bribery',
  ],
  complaint: [
    'khiếu nại',
    'khiếu kiện',
    'không đồng ý với quyết định',
    'huỷ quyết định hành chính',
    'quyết định xử phạt sai',
    'kiện ra toà',
    'lodge a complaint',
    'appeal the decision',
    'complaint against the decision',
  ],
}

/**
 * What folds to the same letters as something that people report every day. Without accents it is taken for that: nobody
 * who writes "toi mat dien" is turned away.
 */
const onlyWithAccents = new Set([
  ...['tối mật', 'độ mật', 'dấu mật', 'tài liệu mật', 'văn bản mật', 'công văn mật', 'tuyệt mật'],
  ...['tố cáo', 'tham ô'],
])

const accentless = phrasesWhere((phrase) => !onlyWithAccents.has(phrase), foldText)
const asWritten = phrasesWhere(() => true, plainly)

/** Whether a text is a complaint, a denunciation or holds state secrets; null for everything else. */
export function elsewhereOf(text: string): ElsewhereKind | null {
  const words = plainly(text)
  const folded = foldText(text)
  const [known, written] = words === folded ? [accentless, folded] : [asWritten, words]
  const found = elsewhereKinds.find((kind) =>
    known[kind].some((phrase) => ` ${written} `.includes(` ${phrase} `)),
  )
  return found ?? null
}

/** Lower case with accents, everything but letters and digits as single spaces; the old and new place of a tone are one. */
function plainly(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('hoà', 'hòa')
    .replaceAll('toà', 'tòa')
    .replaceAll('huỷ', 'hủy')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function phrasesWhere(
  wanted: (phrase: string) => boolean,
  write: (phrase: string) => string,
): Record<ElsewhereKind, readonly string[]> {
  const of = (kind: ElsewhereKind) => phrases[kind].filter(wanted).map(write)
  return { 'state-secret': of('state-secret'), denunciation: of('denunciation'), complaint: of('complaint') }
}
