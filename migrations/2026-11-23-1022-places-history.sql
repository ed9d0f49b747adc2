-- Each import of boundaries; the newest one is what `commune_boundaries` holds.
create table boundary_imports (
  number bigint generated always as identity primary key,
  id uuid not null unique,
  at timestamptz not null,
  by_person uuid,
  communes integer not null
);

-- What officers changed in a calendar; only appended.
create table calendar_changes (
  id uuid primary key,
  calendar text not null references calendars (code) on delete cascade,
  at timestamptz not null,
  by_person uuid,
  change jsonb not null
);
create index calendar_changes_newest on calendar_changes (calendar, at desc);
comment on index calendar_changes_newest is 'serves the last changes of a calendar';
