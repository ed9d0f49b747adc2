const quietMilliseconds = 250

/**
 * Hears of changes to a topic by server-sent events and calls back, at most once in a quarter of a second. The browser
 * reconnects by itself; what happened meanwhile is not heard again, so it calls back then too. With `atOnce` also when
 * it begins to hear: nothing is lost between drawing the page and listening. Gives the function that stops listening.
 */
export function listenLive(topic: string, changed: () => void, atOnce = false): () => void {
  if (typeof EventSource === 'undefined') return () => undefined
  const source = new EventSource(`/live?topic=${encodeURIComponent(topic)}`)
  let waiting: ReturnType<typeof setTimeout> | undefined
  let heardBefore = atOnce
  const soon = () => {
    clearTimeout(waiting)
    waiting = setTimeout(changed, quietMilliseconds)
  }
  source.addEventListener('change', soon)
  source.addEventListener('ready', () => {
    if (heardBefore) soon()
    heardBefore = true
  })
  return () => {
    clearTimeout(waiting)
    source.close()
  }
}
