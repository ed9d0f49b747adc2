-- What a category asks beside its words and place. Each change is a new version; versions are never changed, so that
-- an answer can always be read with the question it was given to.
create table report_questions (
  category text not null references report_categories (code),
  version integer not null check (version > 0),
  questions jsonb not null,
  made_at timestamptz not null,
  made_by uuid,
  primary key (category, version)
);

create function report_questions_stay() returns trigger language plpgsql as $$
begin
  raise exception 'a version of the questions of a category is never changed';
end $$;
create trigger report_questions_stay before update or delete on report_questions
  for each row execute function report_questions_stay();

-- What a reporter answered, with the version that asked.
create table report_given_answers (
  report_id uuid primary key references reports (id),
  category text not null,
  version integer not null,
  answers jsonb not null,
  foreign key (category, version) references report_questions (category, version)
);
create index report_given_answers_questions on report_given_answers (category, version);
comment on index report_given_answers_questions is 'serves the foreign key';
