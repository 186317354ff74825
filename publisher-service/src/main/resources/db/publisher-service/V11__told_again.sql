-- When that came about by which a notice of a deadline holds no more: if its step is taken back, it holds again.
alter table notice add column void_since timestamptz;
