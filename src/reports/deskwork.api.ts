import type { EndpointRow } from '#platform/endpoint.ts'
import { endpoint } from '#platform/endpoint.ts'
import { addNote } from './add-note.ts'
import { addReply } from './add-reply.ts'
import { changeReply } from './change-reply.ts'
import { fillReplies } from './fill-replies.ts'
import { listCaseColleagues } from './list-case-colleagues.ts'
import { listNotes } from './list-notes.ts'
import { listReplies } from './list-replies.ts'
import { retireReply } from './retire-reply.ts'
import {
  addNoteInput,
  addReplyInput,
  changeReplyInput,
  fillRepliesInput,
  listCaseColleaguesInput,
  listNotesInput,
  listRepliesInput,
  retireReplyInput,
} from './rules/deskwork-inputs.ts'
import {
  colleaguesView,
  filledReplies,
  notesView,
  noteView,
  repliesView,
  replyView,
  retiredView,
} from './rules/deskwork-views.ts'

/** How officers work together on reports. */
export const deskworkEndpoints: readonly EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/reports/{code}/notes',
    summary: 'What colleagues wrote to each other about a report',
    who: 'signed-in',
    input: listNotesInput,
    output: notesView,
    run: listNotes,
  }),
  endpoint({
    method: 'POST',
    path: '/reports/{code}/notes',
    summary: 'Leave a note for colleagues; @name tells one of them',
    who: 'signed-in',
    input: addNoteInput,
    output: noteView,
    status: 201,
    run: addNote,
  }),
  endpoint({
    method: 'GET',
    path: '/reports/{code}/colleagues',
    summary: 'Who can be named in a note at a report',
    who: 'signed-in',
    input: listCaseColleaguesInput,
    output: colleaguesView,
    run: listCaseColleagues,
  }),
  endpoint({
    method: 'GET',
    path: '/reports/{code}/replies',
    summary: 'Ready-made replies that fit a report, filled in',
    who: 'signed-in',
    input: fillRepliesInput,
    output: filledReplies,
    run: fillReplies,
  }),
  endpoint({
    method: 'GET',
    path: '/desk/replies',
    summary: 'Ready-made replies of my agency and of the province',
    who: 'signed-in',
    input: listRepliesInput,
    output: repliesView,
    run: listReplies,
  }),
  endpoint({
    method: 'POST',
    path: '/desk/replies',
    summary: 'Keep a ready-made reply',
    who: 'edit-replies',
    input: addReplyInput,
    output: replyView,
    status: 201,
    run: addReply,
  }),
  endpoint({
    method: 'PUT',
    path: '/desk/replies/{id}',
    summary: 'Reword a ready-made reply',
    who: 'edit-replies',
    input: changeReplyInput,
    output: replyView,
    run: changeReply,
  }),
  endpoint({
    method: 'DELETE',
    path: '/desk/replies/{id}',
    summary: 'Take a ready-made reply out of use',
    who: 'edit-replies',
    input: retireReplyInput,
    output: retiredView,
    run: retireReply,
  }),
]
