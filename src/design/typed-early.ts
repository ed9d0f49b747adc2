/**
 * What a person put into a form of the server before the page's script took it over: on a slow phone
 * that is seconds. Svelte keeps typed text then, yet puts a chosen `<select>` back. Called while the
 * page starts, it takes a selector of the form and returns a reader of its fields by name; a page that
 * is not taken over from the server has no such form yet, and the reader answers ''.
 */
export function typedEarly(selector: string): (name: string) => string {
  const form = typeof document === 'undefined' ? null : document.querySelector<HTMLFormElement>(selector)
  const typed = form ? new FormData(form) : undefined
  return (name) => {
    const value = typed?.get(name)
    return typeof value === 'string' ? value : ''
  }
}
