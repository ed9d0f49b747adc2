/** The five places everybody can always reach, in their order. */
export type Destination = 'home' | 'reports' | 'sos' | 'services' | 'me'

export const destinationPaths: Readonly<Record<Destination, string>> = {
  home: '/',
  reports: '/reports',
  sos: '/sos',
  services: '/services',
  me: '/me',
}

/** Which of the five a path without its language belongs to, or null. */
export function destinationOf(path: string): Destination | null {
  if (path === '/') return 'home'
  const names = Object.keys(destinationPaths) as Destination[]
  const inside = (root: string) => path === root || path.startsWith(`${root}/`)
  return names.find((name) => name !== 'home' && inside(destinationPaths[name])) ?? null
}
