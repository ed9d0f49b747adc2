-- Partners that file reports through Open311. Only the hash of a key is kept; the key is told once.
create table open311_keys (
  id uuid primary key,
  name text not null,
  -- The first letters of the key, by which people tell keys apart.
  shown text not null,
  key_hash bytea not null unique,
  issued_by uuid,
  issued_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz
);
create index open311_keys_issued on open311_keys (issued_at desc, id desc);
comment on index open311_keys_issued is 'serves the list of keys';

-- What came through Open311 beside the report itself.
create table open311_filings (
  report_id uuid primary key references reports (id),
  key_id uuid not null references open311_keys (id),
  token text not null unique,
  account_id text,
  device_id text,
  -- The receipt of the report, sealed by our secret: the partner speaks for the reporter by its key.
  receipt bytea not null,
  filed_at timestamptz not null
);
create index open311_filings_key on open311_filings (key_id, filed_at);
comment on index open311_filings_key is 'serves what came with a key';

-- What a partner says of a report it filed, each once.
create table open311_updates (
  id uuid primary key,
  report_id uuid not null references reports (id),
  key_id uuid not null references open311_keys (id),
  -- The id the partner gave it.
  outside_id text not null,
  status text not null,
  text text,
  received_at timestamptz not null,
  unique (key_id, outside_id)
);
create index open311_updates_report on open311_updates (report_id, received_at);
comment on index open311_updates_report is 'serves what partners say of a report';

create index report_timeline_time on report_timeline (at, id);
comment on index report_timeline_time is 'serves the updates that Open311 clients ask for by time';
