import { endpoint } from '#platform/endpoint.ts'
import type { EndpointRow } from '#platform/endpoint.ts'
import { describeMe } from './describe-me.ts'
import { listOfficers } from './list-officers.ts'
import { listSessions } from './list-sessions.ts'
import { revokeSession } from './revoke-session.ts'
import {
  describeMeInput,
  listOfficersInput,
  listSessionsInput,
  revokeSessionInput,
  sendPhoneCodeInput,
  updateProfileInput,
  withdrawOfficerInput,
} from './rules/inputs.ts'
import { codeSentView, doneView, meView, officersView, sessionsView } from './rules/views.ts'
import { sendPhoneCode } from './send-phone-code.ts'
import { updateProfile } from './update-profile.ts'
import { withdrawOfficer } from './withdraw-officer.ts'

/** What other programs may ask of people. */
export const peopleEndpoints: readonly EndpointRow[] = [
  endpoint({
    method: 'POST',
    path: '/phone-codes',
    summary: 'Send a one-time code to a phone, to report as a guest',
    who: 'anyone',
    input: sendPhoneCodeInput,
    output: codeSentView,
    run: sendPhoneCode,
  }),
  endpoint({
    method: 'GET',
    path: '/me',
    summary: 'What the platform knows of me',
    who: 'signed-in',
    input: describeMeInput,
    output: meView,
    run: describeMe,
  }),
  endpoint({
    method: 'PATCH',
    path: '/me',
    summary: 'Change my name, commune or language',
    who: 'signed-in',
    input: updateProfileInput,
    output: doneView,
    run: updateProfile,
  }),
  endpoint({
    method: 'GET',
    path: '/me/sessions',
    summary: 'Where I am signed in',
    who: 'signed-in',
    input: listSessionsInput,
    output: sessionsView,
    run: listSessions,
  }),
  endpoint({
    method: 'DELETE',
    path: '/me/sessions/{id}',
    summary: 'Sign a device out',
    who: 'signed-in',
    input: revokeSessionInput,
    output: doneView,
    run: revokeSession,
  }),
  endpoint({
    method: 'GET',
    path: '/officers',
    summary: 'Officers, newest first',
    who: 'manage-officers',
    input: listOfficersInput,
    output: officersView,
    run: listOfficers,
  }),
  endpoint({
    method: 'DELETE',
    path: '/officers/{personId}',
    summary: 'Take an officer’s rights away and end their sessions',
    who: 'manage-officers',
    input: withdrawOfficerInput,
    output: doneView,
    run: withdrawOfficer,
  }),
]
