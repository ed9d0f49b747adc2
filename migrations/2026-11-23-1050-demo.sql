-- The demo province: what the seed has told so far, so that an interrupted start goes on where it stopped and no report
-- comes twice. Empty in production.
create table demo_runs (
  seed integer primary key,
  reports integer not null,
  -- The present of the stories; a resumed run keeps it.
  present timestamptz not null,
  finished_at timestamptz
);

create table demo_stories (
  seed integer not null references demo_runs (seed),
  story integer not null,
  code text not null,
  receipt_key text not null,
  agency text not null,
  first_agency text not null,
  steps integer not null,
  primary key (seed, story)
);
