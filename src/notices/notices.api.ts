import type { EndpointRow } from '#platform/endpoint.ts'
import { endpoint } from '#platform/endpoint.ts'
import { countUnread } from './count-unread.ts'
import { listNotices } from './list-notices.ts'
import { readNotices } from './read-notices.ts'
import { countUnreadInput, listNoticesInput, readNoticesInput } from './rules/inputs.ts'
import { noticesView, unreadView } from './rules/views.ts'

/** The inbox, for other programs of its owner. */
export const noticesEndpoints: readonly EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/notices',
    summary: 'My notices, newest first',
    who: 'signed-in',
    input: listNoticesInput,
    output: noticesView,
    run: listNotices,
  }),
  endpoint({
    method: 'GET',
    path: '/notices/unread',
    summary: 'How many notices I have not read',
    who: 'anyone',
    input: countUnreadInput,
    output: unreadView,
    run: countUnread,
  }),
  endpoint({
    method: 'POST',
    path: '/notices/readings',
    summary: 'Mark notices as read: the named ones, or all',
    who: 'signed-in',
    input: readNoticesInput,
    output: unreadView,
    run: readNotices,
  }),
]
