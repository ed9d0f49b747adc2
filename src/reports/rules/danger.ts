import { foldText } from '#platform/pure/fold-text.ts'

/** Words, without accents, of somebody whose life is in danger now. They call for 112 to 115, not for a report. */
const dangerWords = [
  'cuu toi',
  'cuu voi',
  'cap cuu',
  'nguy kich',
  'bat tinh',
  'ngung tho',
  'kho tho',
  'dot quy',
  'chay nha',
  'nha chay',
  'dang chay',
  'boc chay',
  'chay lon',
  'no binh gas',
  'ro ri gas',
  'duoi nuoc',
  'chet duoi',
  'lu cuon',
  'nuoc cuon',
  'mac ket',
  'bi ket',
  'bi vui lap',
  'vui lap nguoi',
  'sap nha',
  'nha sap',
  'bi thuong nang',
  'chay mau nhieu',
  'dien giat',
  'tai nan nghiem trong',
  'dam chem',
  'chem nguoi',
  'dam nguoi',
  'danh nguoi bat tinh',
  'bat coc',
  'tu tu',
  'nhay cau',
  'cam dao',
  'no sung',
  'drowning',
  'unconscious',
  'not breathing',
  'house is on fire',
  'on fire',
  'trapped',
  'stabbed',
  'gunshot',
  'suicide',
  'kidnapped',
  'electrocuted',
]

/** Words that take the danger out of the ones before: `hay dang chay` (runs) is no fire. */
const harmless = [
  'nuoc dang chay',
  'xe dang chay',
  'may dang chay',
  'dang chay qua',
  'dang chay tren duong',
  'dang chay xe',
]

/** Whether a text sounds like danger to life, so that the emergency numbers are shown before it is sent. */
export function soundsLikeDanger(text: string): boolean {
  const folded = harmless.reduce((words, phrase) => words.replaceAll(phrase, ' '), ` ${foldText(text)} `)
  return dangerWords.some((phrase) => folded.includes(` ${phrase} `))
}
