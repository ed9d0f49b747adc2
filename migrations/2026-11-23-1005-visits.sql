-- Visits, counted without cookies and without stored addresses. A visitor is a hash over a salt that is thrown away
-- the next day, and its row lives for an hour.
create table visit_salts (
  day date primary key,
  salt bytea not null
);

create table visitors_seen (
  visitor bytea primary key,
  seen_at timestamptz not null,
  -- The write that counted this visit, so that of several processes one counts it.
  counted_by uuid not null
);
create index visitors_seen_at on visitors_seen (seen_at);
comment on index visitors_seen_at is 'serves the number of visitors now, and the sweep of rows older than an hour';

create table visit_total (
  only_row boolean primary key default true check (only_row),
  visits bigint not null default 0
);
insert into visit_total default values;
