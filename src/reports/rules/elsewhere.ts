import { foldText } from '#platform/pure/fold-text.ts'

/** What has a way of its own by law and does not belong into a public report. */
export const elsewhereKinds = ['state-secret', 'denunciation', 'complaint'] as const
export type ElsewhereKind = (typeof elsewhereKinds)[number]

/** Words without accents, by kind; the gravest first. Each is what people write above or in such a letter. */
const phrases: Record<ElsewhereKind, readonly string[]> = {
  'state-secret': [
    'bi mat nha nuoc',
    'tai lieu mat',
    'van ban mat',
    'cong van mat',
    'do mat',
    'tuyet mat',
    'toi mat',
    'bi mat quan su',
    'bi mat quoc phong',
    'state secret',
    'state secrets',
    'classified document',
    'top secret',
  ],
  denunciation: [
    'to cao',
    'don to cao',
    'to giac can bo',
    'tham nhung',
    'nhan hoi lo',
    'doi hoi lo',
    'tham o',
    'denounce',
    'denunciation',
    'corruption',
    'bribery',
  ],
  complaint: [
    'khieu nai',
    'don khieu nai',
    'khieu kien',
    'khong dong y voi quyet dinh',
    'huy quyet dinh hanh chinh',
    'quyet dinh xu phat sai',
    'kien ra toa',
    'lodge a complaint',
    'appeal the decision',
    'complaint against the decision',
  ],
}

/** Accented words that fold like one of the phrases and mean something else: "tối mắt" is no "tối mật". */
const harmless =
  /tối\s+mặt|tối\s+mắt|đo\s+mắt|độ\s+mặt|tài\s+liệu\s+mất|văn\s+bản\s+mất|công\s+văn\s+mất|đồ\s+mất|đỏ\s+mặt/giu

/** Whether a text is a complaint, a denunciation or holds state secrets; null for everything else. */
export function elsewhereOf(text: string): ElsewhereKind | null {
  const folded = ` ${foldText(text.normalize('NFC').replaceAll(harmless, ' '))} `
  const found = elsewhereKinds.find((kind) => phrases[kind].some((phrase) => folded.includes(` ${phrase} `)))
  return found ?? null
}
