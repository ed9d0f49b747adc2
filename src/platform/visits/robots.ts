const robotWords = new RegExp(
  [
    '(?<!\\bcu)bots?\\b|bot[/;_-]|crawl|spider|slurp|scrape|fetcher|preview|monitor|uptime|pingdom|lighthouse|headless',
    'curl|wget|httpie|postman|insomnia|python|java/|okhttp|go-http|node-fetch|undici|axios|libwww|perl|ruby',
    'facebookexternalhit|zalo(?:preview|share)|telegram|whatsapp|embedly|autocannon|wrk\\b|k6/|semrush|ahrefs',
  ].join('|'),
  'i',
)
const shortestOfPeople = 20

/** Whether a user agent is a program rather than a person's browser: it says so, or says nearly nothing. */
export function isRobot(userAgent: string | null | undefined): boolean {
  const words = userAgent ?? ''
  return words.length < shortestOfPeople || robotWords.test(words)
}
