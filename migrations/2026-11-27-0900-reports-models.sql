-- What the machine has learnt of categories: each learning is a version of its own, and the newest in use proposes.
create table report_models (
  version integer primary key generated always as identity,
  made_at timestamptz not null,
  -- How many texts it learnt from, and which: the same texts are not learnt twice.
  examples integer not null check (examples > 0),
  examples_hash bytea not null,
  -- On the cases held back, between 0 and 1. One that does too badly is kept, but not used.
  first_right double precision not null check (first_right between 0 and 1),
  three_right double precision not null check (three_right between 0 and 1),
  in_use boolean not null,
  weights bytea not null
);
create index report_models_in_use on report_models (version desc) where in_use;
comment on index report_models_in_use is 'serves the newest model in use';

-- An officer said that a report belongs to another category than the citizen chose.
create table report_corrections (
  report_id uuid primary key references reports (id),
  chosen text not null references report_categories (code),
  category text not null references report_categories (code),
  corrected_at timestamptz not null
);
create index report_corrections_newest on report_corrections (corrected_at desc);
comment on index report_corrections_newest is 'serves the learning from the newest corrections';
create index report_corrections_chosen on report_corrections (chosen);
comment on index report_corrections_chosen is 'serves the foreign key';
create index report_corrections_category on report_corrections (category);
comment on index report_corrections_category is 'serves the foreign key';
