-- What reports can be about. Loaded from seed/categories.json; officers change rows, never code.
create table report_categories (
  code text primary key check (code ~ '^[a-z0-9-]{1,60}$'),
  group_code text not null,
  vi text not null,
  en text not null,
  first_line text not null check (first_line in ('commune', 'commune-police', 'utility', 'department')),
  -- Agency that leads the field; 'commune' stands for the commune's own.
  lead text not null,
  urgency text not null check (urgency in ('urgent', 'urgent-at-night', 'normal', 'complex', 'none')),
  confidential boolean not null default false,
  anonymous_allowed boolean not null default true,
  needs_proof boolean not null default false,
  position integer not null
);

-- How long things may take, in working time. The most particular row counts: category and agency, then either, then none.
create table report_limits (
  id uuid primary key,
  urgency text not null check (urgency in ('urgent', 'normal', 'complex', 'none')),
  category text references report_categories (code),
  agency text,
  accept_minutes integer not null check (accept_minutes between 1 and 100000),
  confirm_minutes integer not null check (confirm_minutes between 1 and 100000),
  work_minutes integer check (work_minutes between 1 and 100000),
  work_days integer check (work_days between 1 and 400),
  unique nulls not distinct (urgency, category, agency)
);
create index report_limits_category on report_limits (category);
comment on index report_limits_category is 'serves the foreign key';

create table reports (
  id uuid primary key,
  code text not null unique,
  version integer not null default 1,
  status text not null check (status in ('submitted', 'need_info', 'accepted', 'assigned', 'returned', 'in_progress',
    'answered', 'reopened', 'closed', 'rejected', 'merged', 'withdrawn')),
  -- Where it was when the citizen was asked for more.
  status_before text,
  category text not null references report_categories (code),
  urgency text not null check (urgency in ('urgent', 'normal', 'complex', 'none')),
  danger boolean not null default false,
  -- Commune codes were recycled in July 2025: a code means nothing without its system.
  commune_code text not null,
  commune_system text not null,
  lat double precision,
  lon double precision,
  landmark text,
  title text not null,
  text text not null,
  -- Title, text and landmark without accents, for the desk's search.
  folded text not null,
  -- What strangers may know: words without personal numbers, or none; the place, rounded where the category is confidential.
  public_title text,
  public_text text,
  public_folded text not null default '',
  public_lat double precision,
  public_lon double precision,
  published_at timestamptz,
  agency text not null,
  handler uuid,
  channel text not null default 'web',
  filed_at timestamptz not null,
  updated_at timestamptz not null,
  -- When intake first took it; strangers see no photos before.
  accepted_at timestamptz,
  -- By when whoever has it now must take it up; null once they did.
  step_from timestamptz not null,
  accept_due_at timestamptz,
  -- From when the work's deadline is counted: the filing, or the reopening.
  clock_from timestamptz not null,
  due_at timestamptz,
  paused_at timestamptz,
  -- Working days granted on the present clock; `extended` says that the one extension is used.
  extended_days integer not null default 0,
  extended boolean not null default false,
  returns integer not null default 0,
  questions integer not null default 0,
  reopenings integer not null default 0,
  extension_asked boolean not null default false,
  answer_proposed boolean not null default false,
  answered_at timestamptz,
  stars integer check (stars between 1 and 5),
  closed_as text,
  merged_into uuid references reports (id),
  escalated_at timestamptz,
  reporter_kind text not null check (reporter_kind in ('person', 'guest', 'anonymous')),
  reporter_id uuid,
  guest_phone text,
  guest_name text,
  receipt_key_hash bytea not null,
  check ((lat is null) = (lon is null)),
  check ((reporter_kind = 'person') = (reporter_id is not null)),
  check (reporter_kind = 'guest' or (guest_phone is null and guest_name is null))
);
create index reports_filed on reports (filed_at desc, id desc);
comment on index reports_filed is 'serves the public list, newest first, and what was filed today';
create index reports_public_commune on reports (commune_code, filed_at desc, id desc) where status not in ('rejected', 'merged', 'withdrawn');
comment on index reports_public_commune is 'serves the public list of one commune';
create index reports_public_category on reports (category, filed_at desc, id desc) where status not in ('rejected', 'merged', 'withdrawn');
comment on index reports_public_category is 'serves the public list of one category';
create index reports_public_words on reports using gin (public_folded gin_trgm_ops);
comment on index reports_public_words is 'serves the words of the public list';
create index reports_public_place on reports using gist (point(public_lon, public_lat)) where status not in ('rejected', 'merged', 'withdrawn');
comment on index reports_public_place is 'serves the map and what is nearby';
create index reports_queue on reports (agency, coalesce(due_at, 'infinity'), id) where status in ('submitted', 'need_info', 'accepted', 'assigned', 'returned', 'in_progress', 'reopened');
comment on index reports_queue is 'serves the open queue of an agency, most pressing first';
create index reports_queue_all on reports (coalesce(due_at, 'infinity'), id) where status in ('submitted', 'need_info', 'accepted', 'assigned', 'returned', 'in_progress', 'reopened');
comment on index reports_queue_all is 'serves the open queue of the whole province';
create index reports_settled on reports (agency, updated_at desc, id desc) where status in ('answered', 'closed', 'rejected', 'merged', 'withdrawn');
comment on index reports_settled is 'serves the answered and ended rooms of an agency';
create index reports_settled_all on reports (updated_at desc, id desc) where status in ('answered', 'closed', 'rejected', 'merged', 'withdrawn');
comment on index reports_settled_all is 'serves the answered and ended rooms of the province';
create index reports_of_person on reports (reporter_id, filed_at desc, id desc) where reporter_id is not null;
comment on index reports_of_person is 'serves the reports of a person';
create unique index reports_receipts on reports (receipt_key_hash);
comment on index reports_receipts is 'serves the reports of a browser without an account';
create index reports_merged_into on reports (merged_into) where merged_into is not null;
comment on index reports_merged_into is 'serves what was merged into a report';
create index reports_to_settle on reports (answered_at) where status = 'answered';
comment on index reports_to_settle is 'serves the closing of answered reports after the reopening window';
create index reports_silent on reports (paused_at) where status = 'need_info';
comment on index reports_silent is 'serves the closing of reports whose citizen stays silent';
create index reports_late_step on reports (accept_due_at) where escalated_at is null and accept_due_at is not null and paused_at is null;
comment on index reports_late_step is 'serves the escalation of what nobody took up';
create index reports_late_work on reports (due_at) where escalated_at is null and answered_at is null and paused_at is null;
comment on index reports_late_work is 'serves the escalation of late work';

-- The history of a report. Rows are added, never changed or removed.
create table report_timeline (
  id uuid primary key,
  report_id uuid not null references reports (id),
  at timestamptz not null,
  step text not null,
  part text not null check (part in ('citizen', 'intake', 'agency', 'system')),
  agency text,
  person_id uuid,
  text text,
  to_agency text,
  until_at timestamptz,
  stars integer,
  reason text
);
create index report_timeline_report on report_timeline (report_id, at, id);
comment on index report_timeline_report is 'serves the timeline of a report';

create function report_timeline_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the timeline of a report is only added to';
end $$;
create trigger report_timeline_stays before update or delete on report_timeline
  for each row execute function report_timeline_stays();
create trigger report_timeline_stays_whole before truncate on report_timeline
  for each statement execute function report_timeline_stays();

-- While the citizen is asked for more, the clocks stand still.
create table report_pauses (
  report_id uuid not null references reports (id),
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (report_id, from_at),
  check (to_at is null or to_at >= from_at)
);

create table report_extensions (
  id uuid primary key,
  report_id uuid not null references reports (id),
  working_days integer not null check (working_days between 1 and 15),
  text text not null,
  asked_by uuid,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  approved boolean,
  note text
);
create index report_extensions_report on report_extensions (report_id, asked_at);
comment on index report_extensions_report is 'serves the extensions of a report';
create unique index report_extensions_waiting on report_extensions (report_id) where decided_at is null;
comment on index report_extensions_waiting is 'serves the one extension that waits for a decision';

create table report_answers (
  id uuid primary key,
  report_id uuid not null references reports (id),
  agency text not null,
  ending text not null check (ending in ('repaired', 'explained', 'handed-over')),
  text text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  declined_at timestamptz,
  -- The deadline that counted when it was answered.
  due_at timestamptz
);
create index report_answers_report on report_answers (report_id, proposed_at);
comment on index report_answers_report is 'serves the answers of a report';

-- How, when, why and by whom a report was ended; a reopened one may end twice.
create table report_closures (
  id uuid primary key,
  report_id uuid not null references reports (id),
  ending text not null check (ending in ('repaired', 'explained', 'handed-over', 'silent', 'rejected', 'merged', 'withdrawn')),
  reason text,
  text text,
  go_to text,
  closed_by uuid,
  closed_at timestamptz not null
);
create index report_closures_report on report_closures (report_id, closed_at);
comment on index report_closures_report is 'serves how a report was ended';

-- Who opened the sealed contact of a reporter, and why.
create table report_contact_reveals (
  id uuid primary key,
  report_id uuid not null references reports (id),
  person_id uuid not null,
  agency text,
  reason text not null,
  revealed_at timestamptz not null
);
create index report_contact_reveals_report on report_contact_reveals (report_id, revealed_at);
comment on index report_contact_reveals_report is 'serves the audit of a report';
