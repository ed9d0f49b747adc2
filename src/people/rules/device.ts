const browsers: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/coc_coc_browser\//i, 'Cốc Cốc'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** A browser's own name as a person knows it: `Chrome · Android`. Only names from our lists, never the text itself. */
export function describeDevice(userAgent: string): string {
  const pick = (list: readonly [RegExp, string][]) => list.find(([form]) => form.test(userAgent))?.[1]
  return [pick(browsers), pick(systems)].filter((part) => part !== undefined).join(' · ')
}
