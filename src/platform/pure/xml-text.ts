/** Text as XML 1.0 can carry it: what no reader accepts, escaped or not, is left out. */
export function xmlText(text: string): string {
  return text.replaceAll(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '')
}
