/** Minutes to wait after each try that failed: soon at first, a day at last; then it is given up until replayed. */
export const retryDelaysMinutes = [1, 5, 15, 60, 180, 480, 1440] as const

/** Minutes until the next try after so many; null when it was the last. */
export function nextDelayMinutes(tries: number): number | null {
  return retryDelaysMinutes[tries - 1] ?? null
}
