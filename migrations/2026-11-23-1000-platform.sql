-- Extensions that the embedded build and every PostgreSQL from 15 on have.
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;
create extension if not exists cube;
create extension if not exists earthdistance;

-- What was answered to a write, so that the same write sent again is answered the same.
create table idempotency_keys (
  key_hash bytea primary key,
  request_hash bytea not null,
  status integer not null,
  -- Sealed with the key itself, of which only the hash is kept.
  answer bytea not null,
  created_at timestamptz not null default now()
);
create index idempotency_keys_created on idempotency_keys (created_at);
comment on index idempotency_keys_created is 'serves the sweep of keys older than 30 days';
