-- What colleagues write to each other about a case; citizens never see it. Rows are added, never changed.
create table report_notes (
  id uuid primary key,
  report_id uuid not null references reports (id),
  at timestamptz not null,
  person_id uuid,
  agency text,
  text text not null check (length(text) between 1 and 2000)
);
create index report_notes_report on report_notes (report_id, at desc, id desc);
comment on index report_notes_report is 'serves the notes of a report, newest first';

-- Who was named in a note and told of it.
create table report_mentions (
  note_id uuid not null references report_notes (id),
  person_id uuid not null,
  primary key (note_id, person_id)
);

-- Ready-made sentences of an agency, or of the whole province where no agency is named.
create table report_replies (
  id uuid primary key,
  agency text,
  verb text not null,
  category text references report_categories (code),
  title text not null check (length(title) between 1 and 80),
  body text not null check (length(body) between 10 and 4000),
  changed_by uuid,
  changed_at timestamptz not null,
  -- Out of use; kept, because answers were written with it.
  retired_at timestamptz
);
create index report_replies_listed on report_replies (agency, title, id) where retired_at is null;
comment on index report_replies_listed is 'serves the ready-made replies of an agency and of the province';
create index report_replies_category on report_replies (category);
comment on index report_replies_category is 'serves the foreign key';
