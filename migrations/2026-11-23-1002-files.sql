-- Pictures, videos and documents that people sent. The bytes lie in the file store under keys made from the id.
create table files (
  id uuid primary key,
  kind text not null check (kind in ('image', 'video', 'document')),
  content_type text not null,
  bytes bigint not null,
  width integer,
  height integer,
  -- Of what was sent, so that the same upload sent again is known.
  sha256 text not null,
  access text not null default 'private' check (access in ('public', 'private')),
  -- The person who sent it; null for somebody without an account.
  taken_by uuid,
  upload_key text unique,
  created_at timestamptz not null,
  -- Null while the bytes are being written or removed; such a row is seen by nobody.
  stored_at timestamptz,
  owner_kind text,
  owner_id text,
  attached_at timestamptz,
  check ((owner_kind is null) = (attached_at is null) and (owner_id is null) = (attached_at is null))
);
create index files_owner on files (owner_kind, owner_id) where owner_kind is not null;
comment on index files_owner is 'serves the files of a report or another owner';
create index files_waiting on files (created_at) where attached_at is null;
comment on index files_waiting is 'serves the sweep of files attached to nothing';
create index files_upload_keys on files (created_at) where upload_key is not null;
comment on index files_upload_keys is 'serves the forgetting of upload keys after 30 days';

-- Counters of the rate limits. Losing them in a crash only forgives; unlogged, a count costs no disk flush.
create unlogged table rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
create index rate_limits_expire on rate_limits (expire);
comment on index rate_limits_expire is 'serves the removal of counters that ran out';
