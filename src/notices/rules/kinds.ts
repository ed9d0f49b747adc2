/** Everything a notice can say. Words: m.notices_<kind with _>, with the params as their placeholders. */
export const noticeKinds = [
  'report-filed',
  'report-accepted',
  'report-assigned',
  'report-rejected',
  'report-merged',
  'report-asked',
  'report-given',
  'report-returned',
  'report-started',
  'report-extended',
  'report-answered',
  'report-published',
  'report-reopened',
  'report-closed',
  'report-contact-revealed',
  'desk-report-assigned',
  'desk-report-reopened',
  'desk-report-late',
] as const
export type NoticeKind = (typeof noticeKinds)[number]
