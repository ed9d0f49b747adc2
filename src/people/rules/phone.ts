/** A mobile number's national part as of 2026; new prefixes appear, so this warns and never blocks. */
const knownMobile =
  /^(?:(?:3\d|7[06-9])\d|5(?:[1689]\d|2[238]|59)|8(?:[1-8]\d|9[6-9])|9(?:[0-8]\d|9[013-9]))\d{6}$/

/**
 * A Vietnamese phone number as E.164 (`+84912345678`); spaces, dots, dashes, `0`, `84` and `0084` in front are fine.
 * Null when it cannot be one.
 */
export function readPhone(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[\s.()\-–/]/g, '')
  const national = /^(?:\+84|0084|84(?=\d{9,10}$)|0)(\d{9,10})$/.exec(digits)?.[1]
  return national === undefined || national.startsWith('0') ? null : `+84${national}`
}

/** Whether the number looks like a mobile one of today, so that a short message will reach it. */
export function looksMobile(e164: string): boolean {
  return knownMobile.test(e164.replace(/^\+84/, ''))
}

/** A number as others may see it: `0912 *** 678`. */
export function maskPhone(e164: string): string {
  const national = e164.replace(/^\+84/, '0')
  return `${national.slice(0, 4)} *** ${national.slice(-3)}`
}
