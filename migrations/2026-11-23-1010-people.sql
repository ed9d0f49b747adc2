-- Everybody who can sign in: citizens and officers.
create table people (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  phone text unique,
  phone_verified boolean not null default false,
  two_factor_enabled boolean not null default false,
  commune_code text,
  commune_system text,
  language text not null default 'vi' check (language in ('vi', 'en')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table sessions (
  id uuid primary key,
  person_id uuid not null references people (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null
);
create index sessions_person on sessions (person_id, created_at desc);
comment on index sessions_person is 'serves the list of a person''s sessions';
create index sessions_expired on sessions (expires_at);
comment on index sessions_expired is 'serves the sweep of sessions that ended';

-- How somebody proves who they are: a password, or a provider's subject.
create table accounts (
  id uuid primary key,
  person_id uuid not null references people (id) on delete cascade,
  provider text not null,
  subject text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null,
  unique (provider, subject)
);
create index accounts_person on accounts (person_id);
comment on index accounts_person is 'serves the sign-in with a password';

-- Short-lived secrets of the sign-in library: states, challenges.
create table verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_identifier on verifications (identifier);
comment on index verifications_identifier is 'serves the look-up of a state or challenge';
create index verifications_expired on verifications (expires_at);
comment on index verifications_expired is 'serves the sweep of what expired';

create table second_factors (
  id uuid primary key,
  person_id uuid not null references people (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_count integer,
  locked_until timestamptz
);
create index second_factors_person on second_factors (person_id);
comment on index second_factors_person is 'serves the second step of a sign-in';

create table passkeys (
  id uuid primary key,
  person_id uuid not null references people (id) on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index passkeys_person on passkeys (person_id);
comment on index passkeys_person is 'serves the list of a person''s passkeys';

-- One-time codes sent to phones; only their keyed hash is kept.
create table phone_codes (
  id uuid primary key,
  phone text not null,
  code_hash bytea not null,
  expires_at timestamptz not null,
  created_at timestamptz not null
);
create index phone_codes_phone on phone_codes (phone, created_at desc);
comment on index phone_codes_phone is 'serves the check of a phone''s newest code';
create index phone_codes_expired on phone_codes (expires_at);
comment on index phone_codes_expired is 'serves the sweep of codes that ended';

-- Roles are named sets of permissions, as data; code knows permissions only.
create table roles (
  code text primary key check (code ~ '^[a-z0-9-]{1,60}$'),
  vi text not null,
  en text not null,
  permissions text[] not null,
  position integer not null
);

create table officers (
  person_id uuid primary key references people (id),
  agency text not null,
  role text not null references roles (code),
  added_at timestamptz not null,
  withdrawn_at timestamptz
);
create index officers_role on officers (role);
comment on index officers_role is 'serves the officers that a change of a role touches';
create index officers_agency on officers (agency, person_id);
comment on index officers_agency is 'serves the notices to the officers of an agency';
create index officers_listed on officers (added_at desc, person_id desc);
comment on index officers_listed is 'serves the paged list of officers';

create table invitations (
  id uuid primary key,
  email text not null,
  name text not null,
  agency text not null,
  role text not null references roles (code),
  secret_hash bytea not null unique,
  invited_by uuid references people (id),
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null
);
create index invitations_role on invitations (role);
comment on index invitations_role is 'serves the check before a role is removed';
create index invitations_inviter on invitations (invited_by);
comment on index invitations_inviter is 'serves the list of whom an administrator invited';

-- What a demo would have sent to phones. Stays empty where a gateway is configured.
create table sms_outbox (
  id uuid primary key,
  recipient text not null,
  body text not null,
  created_at timestamptz not null
);
create index sms_outbox_newest on sms_outbox (created_at desc, id desc);
comment on index sms_outbox_newest is 'serves the outbox page of the demo';
