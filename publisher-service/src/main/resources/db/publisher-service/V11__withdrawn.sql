-- A routing was taken back: whoever has been written to is written to once more. The notice has the version of the undoing.
alter table notice add column withdrawn boolean not null default false;
