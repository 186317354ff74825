create table taken (organ text not null);
create table outgoing (position bigint generated always as identity primary key, organ text not null, sent boolean not null default false);
