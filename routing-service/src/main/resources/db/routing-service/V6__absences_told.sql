-- What the other services were told of an absence: the end they know, and whether they were told to forget it. What is there already is told too.
alter table absence add column told_ends_at timestamptz;
alter table absence add column forgotten boolean not null default false;
create index absence_untold on absence (id) where not forgotten;
