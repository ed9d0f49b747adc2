/** How something stands, at a glance: done, being worked on, waiting, late, or nothing in particular. */
export type TagState = 'done' | 'work' | 'wait' | 'late' | 'plain'
