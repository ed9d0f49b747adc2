import { createHash } from 'node:crypto'
import { m } from '#design/messages/messages.js'
import { getLocale, localizeHref } from '#design/messages/runtime.js'
import { listPublicReports } from '#reports/list-public-reports.ts'
import type { ReportCard } from '#reports/rules/views.ts'
import { lookOf } from '#reports/ui/look-of.ts'
import { readListQuery } from '../read-list-query.ts'
import { writeFeed } from './feed.ts'
import type { RequestHandler } from './$types'

const entriesOfFeed = 50
const keptSeconds = 120

/** The list by the same filters as a feed: whoever follows a commune, a category or some words needs no account. */
export const GET: RequestHandler = async ({ locals: { context }, request, url }) => {
  const { cursor: _cursor, ...filters } = readListQuery(url.searchParams, entriesOfFeed)
  const { items } = await listPublicReports(context, filters)
  const { limit: _limit, ...shown } = filters
  const set = Object.entries(shown).filter((one): one is [string, string] => typeof one[1] === 'string')
  const query = set.length > 0 ? `?${new URLSearchParams(set).toString()}` : ''
  // Not the host that the request names: others may be given what is kept of this answer.
  const { publicUrl } = context.outside.settings
  const xml = writeFeed({
    title: m.reports_list_title(),
    subtitle: m.reports_list_description(),
    language: getLocale(),
    self: publicUrl + localizeHref('/reports/feed.atom') + query,
    page: publicUrl + localizeHref('/reports') + query,
    addressOf: (code) => publicUrl + localizeHref(`/reports/${code}`),
    entries: items.map(entryOf),
  })
  const etag = `"${createHash('sha256').update(xml).digest('base64url').slice(0, 27)}"`
  const headers = { etag, 'cache-control': `public, max-age=${keptSeconds}` }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(xml, {
    headers: { ...headers, 'content-type': 'application/atom+xml; charset=utf-8' },
  })
}

function entryOf(card: ReportCard) {
  return {
    code: card.code,
    title: card.title,
    summary: [card.category.name, card.commune.name, lookOf(card).words].join(' · '),
    category: card.category,
    filedAt: card.filedAt,
    updatedAt: card.answeredAt ?? card.filedAt,
    place: card.place,
  }
}
