-- Filters of the queue that an officer named, for oneself or for the agency.
create table report_saved_filters (
  id uuid primary key,
  person_id uuid not null,
  agency text,
  name text not null check (length(name) between 1 and 60),
  shared boolean not null default false,
  room text not null,
  commune text,
  category text,
  words text,
  saved_at timestamptz not null,
  unique (person_id, name)
);
create index report_saved_filters_shared on report_saved_filters (agency, name) where shared;
comment on index report_saved_filters_shared is 'serves the filters that an agency shares';

-- One move made on several reports at once, waiting for a second person where it ends them.
create table report_batches (
  id uuid primary key,
  agency text not null,
  verb text not null,
  -- What goes with the move: agency, text, reason, where to go.
  said jsonb not null default '{}',
  state text not null check (state in ('waiting', 'done', 'declined', 'undone')),
  made_by uuid,
  made_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  -- Who made a batch is not the one who decides about it.
  check (decided_by is null or decided_by <> made_by)
);
create index report_batches_newest on report_batches (agency, made_at desc, id desc);
comment on index report_batches_newest is 'serves the batches of an agency, newest first';

create table report_batch_items (
  batch_id uuid not null references report_batches (id),
  report_id uuid not null references reports (id),
  -- Null while it waits; done, or the name of the refusal.
  outcome text,
  version_after integer,
  -- What the move replaced, so that it can be taken back.
  replaced jsonb,
  -- Null until it was tried to take it back.
  undo text,
  primary key (batch_id, report_id)
);
create index report_batch_items_report on report_batch_items (report_id);
comment on index report_batch_items_report is 'serves the foreign key';
