-- In which role, and for whom, somebody answered for a promise; null for answers of before.
alter table promise_answer add column actor json;
