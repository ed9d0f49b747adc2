-- What became of the reports of each day, counted at night, so that a year of figures is read in milliseconds.
create table report_day_figures (
  day date not null,
  agency text not null,
  -- Commune codes were recycled in July 2025: a code means nothing without its system.
  commune_system text not null,
  commune_code text not null,
  category text not null references report_categories (code),
  received integer not null,
  answered integer not null,
  on_time integer not null,
  late integer not null,
  extended integer not null,
  reopened integer not null,
  rated integer not null,
  satisfied integer not null,
  primary key (day, agency, commune_system, commune_code, category)
);
create index report_day_figures_category on report_day_figures (category);
comment on index report_day_figures_category is 'serves the foreign key';

-- When the days were last counted, and through which day. Later days are counted live.
create table report_figures_state (
  only_row boolean primary key default true check (only_row),
  counted_at timestamptz not null,
  through_day date not null
);

-- Counted days of which a report has changed since: they are read live until they are counted again.
create table report_figures_stale (
  id bigint generated always as identity primary key,
  day date not null
);
create index report_figures_stale_day on report_figures_stale (day);
comment on index report_figures_stale_day is 'serves the days that are read live';

-- Days from before today are noted whether or not they were counted yet: a count may be under way that does not see this change.
create function report_figures_note() returns trigger language plpgsql as $$
declare
  filed timestamptz := case when tg_op = 'DELETE' then old.filed_at else new.filed_at end;
  changed date := (filed at time zone 'Asia/Ho_Chi_Minh')::date;
begin
  if exists (select 1 from report_figures_state
    where through_day >= changed or changed < (now() at time zone 'Asia/Ho_Chi_Minh')::date) then
    insert into report_figures_stale (day) values (changed);
  end if;
  return null;
end $$;
create trigger report_figures_note after insert or update or delete on reports
  for each row execute function report_figures_note();
