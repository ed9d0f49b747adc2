/** The province's time zone; Vietnam has no summer time. */
export const provinceZone = 'Asia/Ho_Chi_Minh'

/** An instant as ISO 8601 with the province's offset, to the second: `2026-11-23T14:05:00+07:00`. */
export function isoInProvince(instant: Temporal.Instant): string {
  return instant.toString({ timeZone: provinceZone, smallestUnit: 'second', roundingMode: 'halfExpand' })
}

/** The same for a value that may be absent. */
export function isoInProvinceOrNull(instant: Temporal.Instant | null): string | null {
  return instant === null ? null : isoInProvince(instant)
}
