-- Who follows a report: a person, or a browser that carries a secret key of which only a hash is kept. The hash is not
-- the one of its receipts, so that nobody can tell from here what else was filed from that browser.
create table report_followers (
  id uuid primary key,
  report_id uuid not null references reports (id),
  person_id uuid,
  key_hash bytea,
  followed_at timestamptz not null,
  check ((person_id is null) <> (key_hash is null))
);
create unique index report_followers_person on report_followers (report_id, person_id) where person_id is not null;
comment on index report_followers_person is 'serves the people to be told of a report, in order, each once';
create unique index report_followers_key on report_followers (report_id, key_hash) where key_hash is not null;
comment on index report_followers_key is 'serves whether a browser follows a report, once';
create index report_followers_of_person on report_followers (person_id, followed_at desc, id desc) where person_id is not null;
comment on index report_followers_of_person is 'serves what a person follows';
create index report_followers_of_key on report_followers (key_hash, followed_at desc, id desc) where key_hash is not null;
comment on index report_followers_of_key is 'serves what a browser follows';

-- How many follow each report, kept by a trigger so that no page counts rows.
create table report_follower_counts (
  report_id uuid primary key references reports (id),
  followers integer not null check (followers >= 0)
);
create function count_report_followers() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into report_follower_counts (report_id, followers) values (new.report_id, 1)
      on conflict (report_id) do update set followers = report_follower_counts.followers + 1;
  else
    update report_follower_counts set followers = followers - 1 where report_id = old.report_id;
  end if;
  return null;
end $$;
create trigger count_report_followers after insert or delete on report_followers
  for each row execute function count_report_followers();
