/**
 * A text as it is searched: NFC first, then lower case without accents, đ as d, everything but letters and digits as
 * single spaces. "Hoà Bình" and "Hòa Bình" fold to the same.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A name as it is searched: besides, i and y are one, because official lists write both Sỹ and Sĩ. */
export function foldName(name: string): string {
  return foldText(name).replaceAll('y', 'i')
}
