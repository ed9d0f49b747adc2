const hidden = '•••'
const email = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu
/** Nine digits or more, with the blanks, dots and dashes people put between them: phones, identity and account numbers. */
const longNumber = /\+?\d(?:[ .\-–()]{0,2}\d){8,24}/g
const money = /^\d{1,3}(?:[.\s]\d{3})+$/

/** Hides what must not be read by strangers, though its author wrote it: phone numbers, e-mail addresses, long numbers. */
export function maskPersonal(text: string): string {
  return text.replaceAll(email, hidden).replaceAll(longNumber, (found) => (isMoney(found) ? found : hidden))
}

/** Whether a text holds something that would be hidden; the author can still take it out. */
export function holdsPersonal(text: string): boolean {
  return maskPersonal(text) !== text
}

/** `1.200.000.000` is a sum; a phone number written in threes begins with 0. */
function isMoney(found: string): boolean {
  return money.test(found) && !found.startsWith('0')
}
