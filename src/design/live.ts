const quietMilliseconds = 250

/**
 * Hears of changes to a topic by server-sent events and calls back, at most once in a quarter of a second. The browser
 * reconnects by itself. Gives the function that stops listening.
 */
export function listenLive(topic: string, changed: () => void): () => void {
  if (typeof EventSource === 'undefined') return () => undefined
  const source = new EventSource(`/live?topic=${encodeURIComponent(topic)}`)
  let waiting: ReturnType<typeof setTimeout> | undefined
  source.addEventListener('change', () => {
    clearTimeout(waiting)
    waiting = setTimeout(changed, quietMilliseconds)
  })
  return () => {
    clearTimeout(waiting)
    source.close()
  }
}
