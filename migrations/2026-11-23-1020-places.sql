-- The 92 communes since 1 July 2025. A code is only a code together with its system: old codes were given to new units.
create table communes (
  code text not null,
  code_system text not null,
  valid_from date not null,
  kind text not null check (kind in ('phường', 'xã')),
  name text not null,
  full_name text not null,
  name_en text not null,
  slug text not null unique,
  population integer not null,
  area_km2 double precision not null,
  lat double precision not null check (lat between -90 and 90),
  lon double precision not null check (lon between -180 and 180),
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  alt_names text[] not null default '{}',
  headquarters text,
  primary key (code_system, code)
);

-- What the communes were made of. A unit that was split stands here once for each commune it went to.
create table former_units (
  code text not null,
  code_system text not null,
  commune_code text not null,
  commune_system text not null,
  name text not null,
  district text not null,
  province text not null,
  partial boolean not null,
  primary key (code_system, code, commune_system, commune_code),
  foreign key (commune_system, commune_code) references communes (code_system, code)
);
create index former_units_commune on former_units (commune_system, commune_code);
comment on index former_units_commune is 'serves what a commune was made of';

-- Every name under which a commune is looked for, folded: present, other spellings, former units.
create table commune_names (
  commune_code text not null,
  commune_system text not null,
  folded text not null,
  former_code text,
  primary key (commune_system, commune_code, folded),
  foreign key (commune_system, commune_code) references communes (code_system, code)
);
create index commune_names_folded on commune_names using gin (folded gin_trgm_ops);
comment on index commune_names_folded is 'serves the search of communes by any name';

-- Boundaries an operator supplied; replaced as a whole. Polygons as GeoJSON has them, [lon, lat].
create table commune_boundaries (
  commune_code text not null,
  commune_system text not null,
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  polygons jsonb not null,
  primary key (commune_system, commune_code),
  foreign key (commune_system, commune_code) references communes (code_system, code)
);

-- When agencies work.
create table calendars (
  code text primary key check (code ~ '^[a-z0-9-]{1,60}$'),
  vi text not null,
  en text not null,
  round_the_clock boolean not null default false,
  weekdays integer[] not null default '{1,2,3,4,5}',
  updated_at timestamptz not null default now()
);
create table calendar_seasons (
  calendar text not null references calendars (code) on delete cascade,
  from_day text not null check (from_day ~ '^\d\d-\d\d$'),
  to_day text not null check (to_day ~ '^\d\d-\d\d$'),
  hours jsonb not null,
  confirmed boolean not null default true,
  primary key (calendar, from_day)
);
-- Only confirmed days count; the others wait for the Government's decision.
create table calendar_days (
  calendar text not null references calendars (code) on delete cascade,
  day date not null,
  kind text not null check (kind in ('off', 'worked', 'own-hours')),
  hours jsonb,
  confirmed boolean not null default true,
  primary key (calendar, day)
);

create table agencies (
  code text primary key check (code ~ '^[a-z0-9-]{1,60}$'),
  vi text not null,
  en text not null,
  kind text not null check (kind in ('intake', 'department', 'commune', 'commune-police', 'police', 'rescue', 'utility', 'relief')),
  commune_code text,
  commune_system text,
  calendar text not null references calendars (code),
  position integer not null,
  foreign key (commune_system, commune_code) references communes (code_system, code)
);
create index agencies_calendar on agencies (calendar);
comment on index agencies_calendar is 'serves the agencies that a calendar change touches';
create index agencies_commune on agencies (commune_system, commune_code);
comment on index agencies_commune is 'serves the agencies of a commune';
create index agencies_listed on agencies (position, code);
comment on index agencies_listed is 'serves the paged list of agencies';

create table hotlines (
  number text primary key,
  vi text not null,
  en text not null,
  free boolean not null,
  channels text[] not null,
  position integer not null
);
