-- One inbox for each person. A notice is a kind, what it is about and values for its words; the words come when it is read.
create table notices (
  id uuid primary key,
  person_id uuid not null,
  kind text not null,
  -- Code of what it is about, such as a report's.
  subject text not null,
  params jsonb not null default '{}',
  created_at timestamptz not null,
  read_at timestamptz
);
create index notices_inbox on notices (person_id, created_at desc, id desc);
comment on index notices_inbox is 'serves the inbox of a person, newest first';
create index notices_unread on notices (person_id) where read_at is null;
comment on index notices_unread is 'serves the number of unread notices';
