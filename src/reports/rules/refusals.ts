import { refusals } from '#platform/pure/refused.ts'

/** Every "no" of this subject, with its HTTP status. */
export const reportRefusals = {
  'report-not-found': 404,
  'report-code-wrong': 404,
  'not-your-report': 403,
  'move-not-allowed': 409,
  'report-changed': 409,
  'category-not-found': 422,
  'commune-unknown': 422,
  'agency-unknown': 422,
  'contact-needed': 422,
  'category-needs-name': 422,
  'photo-not-picture': 422,
  'returns-used-up': 409,
  'intake-decides': 409,
  'questions-used-up': 409,
  'already-extended': 409,
  'extension-already-asked': 409,
  'no-extension-asked': 409,
  'no-answer-to-approve': 409,
  'after-photo-needed': 422,
  'already-rated': 409,
  'reopening-used-up': 409,
  'reopening-too-late': 409,
  'merge-with-itself': 409,
  'merge-into-ended': 409,
  'no-contact-known': 404,
  'export-too-long': 422,
  'answer-stops': 422,
  'question-not-whole': 422,
  'question-not-found': 404,
  'too-many-questions': 409,
  'report-not-public': 409,
  'state-secret-words': 422,
} as const

export const refuse = refusals(reportRefusals)
