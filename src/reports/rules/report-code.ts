/** Letters one can read out over the phone: digits and capitals without I, L, O and U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const prefix = 'TN-'
const randomLetters = 7

/** Bytes of chance that `makeReportCode` takes. */
export const codeBytes = randomLetters

/** Makes a code like `TN-7K4M2Q9P` from seven bytes of chance; the last letter checks the others. */
export function makeReportCode(chance: Uint8Array): string {
  const letters = Array.from(chance.slice(0, randomLetters), (byte) => byte & 31)
  return prefix + [...letters, checkOf(letters)].map((value) => alphabet[value] ?? '').join('')
}

/**
 * Reads a code as people write it: small letters, spaces, with or without `TN-`, O for 0 and I or L for 1. Gives null
 * when it cannot be a code: one wrong letter or two neighbours swapped never make another code.
 */
export function readReportCode(written: string): string | null {
  const letters = tidyCode(written)
  if (letters.length !== randomLetters + 1) return null
  const values = [...letters].map((letter) => alphabet.indexOf(letter))
  if (values.includes(-1)) return null
  return values.at(-1) === checkOf(values.slice(0, -1)) ? prefix + letters : null
}

function tidyCode(written: string): string {
  const bare = written.toUpperCase().replaceAll(/[\s.\u2010-\u2015-]/g, '')
  const letters = bare.length > randomLetters + 1 && bare.startsWith('TN') ? bare.slice(2) : bare
  return letters.replaceAll('O', '0').replaceAll(/[IL]/g, '1')
}

/**
 * A sum over the field of 32 elements in which letter i weighs 2^(i+1): different weights for neighbours, none of them
 * zero and none of them one, so that any wrong letter and any swap of neighbours changes it.
 */
function checkOf(letters: readonly number[]): number {
  return letters.reduce((sum, letter, at) => sum ^ timesPowerOfTwo(letter, at + 1), 0)
}

/** Multiplies in GF(32) with the polynomial x^5 + x^2 + 1. */
function timesPowerOfTwo(value: number, power: number): number {
  let product = value
  for (let step = 0; step < power; step += 1)
    product = product & 16 ? ((product << 1) ^ 0b100101) & 31 : product << 1
  return product
}
