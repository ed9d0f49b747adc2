import type { EndpointRow } from '#platform/endpoint.ts'
import { endpoint } from '#platform/endpoint.ts'
import { findFollowing } from './find-following.ts'
import { followReport } from './follow-report.ts'
import { listFollowedReports } from './list-followed-reports.ts'
import { proposeForReport } from './propose-for-report.ts'
import { followInput, listFollowedInput, proposeInput } from './rules/proposal-inputs.ts'
import { followedView, followingView, proposalsView } from './rules/proposal-views.ts'
import { reportCards } from './rules/views.ts'
import { unfollowReport } from './unfollow-report.ts'

/** What is proposed before a report is sent, and following the ones that exist. */
export const proposalsEndpoints: readonly EndpointRow[] = [
  endpoint({
    method: 'POST',
    path: '/reports/proposals',
    summary: 'Before sending: likely categories, likely duplicates, and whether it is danger',
    who: 'anyone',
    keepsNothing: true,
    input: proposeInput,
    output: proposalsView,
    run: proposeForReport,
  }),
  endpoint({
    method: 'GET',
    path: '/reports/{code}/following',
    summary: 'How many follow a report, and whether you do',
    who: 'anyone',
    input: followInput,
    output: followingView,
    run: findFollowing,
  }),
  endpoint({
    method: 'POST',
    path: '/reports/{code}/following',
    summary: 'Follow a report; without an account the answer tells, this once, the key that follows',
    who: 'anyone',
    input: followInput,
    output: followedView,
    run: followReport,
  }),
  endpoint({
    method: 'DELETE',
    path: '/reports/{code}/following',
    summary: 'Stop following a report',
    who: 'anyone',
    input: followInput,
    output: followingView,
    run: unfollowReport,
  }),
  endpoint({
    method: 'GET',
    path: '/me/followed-reports',
    summary: 'The reports you follow, last followed first',
    who: 'anyone',
    input: listFollowedInput,
    output: reportCards,
    run: listFollowedReports,
  }),
]
