/** What of an unsent report stays on the device. Never the phone number: devices are shared. */
export interface Draft {
  readonly text: string
  readonly category: string
  readonly commune: string
  readonly landmark: string
}

const key = 'report-draft'

/** The draft on this device, or null. */
export function readDraft(): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return null
    const text = (name: string) => {
      const value = (kept as Record<string, unknown>)[name]
      return typeof value === 'string' ? value : ''
    }
    const draft = {
      text: text('text'),
      category: text('category'),
      commune: text('commune'),
      landmark: text('landmark'),
    }
    return Object.values(draft).some((value) => value !== '') ? draft : null
  } catch {
    return null
  }
}

/** Keeps a draft; an empty one is forgotten. */
export function keepDraft(draft: Draft): void {
  try {
    if (Object.values(draft).every((value) => value === '')) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // A device that keeps nothing still sends.
  }
}

export function forgetDraft(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
