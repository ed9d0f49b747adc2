/** How dates, numbers and telephone numbers are written. The same code runs on the server and on old phones. */

export type Language = 'vi' | 'en'

const zone = 'Asia/Ho_Chi_Minh'
const partsFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** `2026-11-23T07:05:00Z` → `23/11/2026 14:05`, in the province's time. */
export function formatDateTime(iso: string): string {
  const at = partsOf(iso)
  return `${at.day}/${at.month}/${at.year} ${at.hour}:${at.minute}`
}

/** `23/11/2026`; a plain date such as `2026-11-23` is taken as it stands. */
export function formatDate(iso: string): string {
  const plain = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (plain) return `${plain[3]}/${plain[2]}/${plain[1]}`
  const at = partsOf(iso)
  return `${at.day}/${at.month}/${at.year}`
}

/** `14:05` */
export function formatTime(iso: string): string {
  const at = partsOf(iso)
  return `${at.hour}:${at.minute}`
}

/** A moment written with the province's offset, as the platform writes them: its parts stand there already. */
const inProvince = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\+07:00$/

function partsOf(iso: string): Record<'day' | 'month' | 'year' | 'hour' | 'minute', string> {
  const [written, year = '', month = '', day = '', hour = '', minute = ''] = inProvince.exec(iso) ?? []
  if (written !== undefined) return { day, month, year, hour, minute }
  const found = { day: '', month: '', year: '', hour: '', minute: '' }
  for (const part of partsFormat.formatToParts(new Date(iso))) {
    if (part.type in found) found[part.type as keyof typeof found] = part.value
  }
  return found
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** `3 giờ trước`, `trong 2 ngày nữa`; in the largest unit of which at least one has passed. */
export function formatRelative(iso: string, nowMs: number, language: Language): string {
  const seconds = (Date.parse(iso) - nowMs) / 1000
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return words.format(Math.trunc(seconds / size), unit)
  }
  return words.format(0, 'minute')
}

/** `1.234,5` in Vietnamese, `1,234.5` in English; at most one decimal unless told. */
export function formatNumber(value: number, language: Language, decimals = 1): string {
  return numberFormat(language, decimals).format(value)
}

/** To make one takes longer than to use it a thousand times. */
const numberFormats = new Map<string, Intl.NumberFormat>()

function numberFormat(language: Language, decimals: number): Intl.NumberFormat {
  const name = `${language} ${decimals}`
  const known = numberFormats.get(name)
  if (known) return known
  const made = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: decimals })
  numberFormats.set(name, made)
  return made
}

/** `50.000 ₫`: a whole number of đồng. */
export function formatMoney(dong: number, language: Language): string {
  return `${numberFormat(language, 0).format(dong)} ₫`
}

/** `350 m`, `1,2 km` */
export function formatDistance(metres: number, language: Language): string {
  if (metres < 1000) return `${formatNumber(Math.round(metres / 10) * 10, language, 0)} m`
  return `${formatNumber(metres / 1000, language)} km`
}

/** `+84912345678` or `0912345678` → `0912 345 678`; short and unknown numbers stay as they are. */
export function formatPhone(number: string): string {
  const digits = number.replace(/[^\d+]/g, '').replace(/^(\+|00)84/, '0')
  if (/^0\d{9}$/.test(digits)) return digits.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3')
  if (/^0\d{10}$/.test(digits)) return digits.replace(/^(\d{4})(\d{4})(\d{3})$/, '$1 $2 $3')
  if (/^1[89]00\d{4,6}$/.test(digits)) return digits.replace(/^(\d{4})(\d{2,3})(\d{2,3})$/, '$1 $2 $3')
  return number
}

function localeOf(language: Language): string {
  return language === 'vi' ? 'vi-VN' : 'en-GB'
}
