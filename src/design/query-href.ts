/** The same address with one query parameter set to another value, or without it. */
export function queryHref(
  url: { readonly pathname: string; readonly search: string },
  parameter: string,
  value: string | null,
): string {
  const query = new URLSearchParams(url.search)
  if (value === null) query.delete(parameter)
  else query.set(parameter, value)
  return query.size === 0 ? url.pathname : `${url.pathname}?${query.toString()}`
}
