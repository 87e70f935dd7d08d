-- Every write adds an entry, and only the verifier asks for those of one resource, which it can sort:
-- no index but the number, which is the row's own where a database has such.
-- Whoever adds an entry holds this row first: an older server that still writes waits until it is over.
update audit_end set seq = seq where one = 1;

create table audit_entry (
  seq          ${number} not null primary key,
  at           bigint not null,
  actor        text   not null,
  app          text   not null,
  kind         text   not null,
  id           ${key}  not null,
  operation    text   not null,
  before_hash  text,
  after_hash   text,
  members_hash text,
  plan_hash    text,
  previous     text   not null,
  hash         text   not null
);

insert into audit_entry (seq, at, actor, app, kind, id, operation, before_hash, after_hash,
    members_hash, plan_hash, previous, hash)
  select seq, at, actor, app, kind, id, operation, before_hash, after_hash, members_hash, plan_hash,
    previous, hash from audit order by seq;

drop table audit;
alter table audit_entry rename to audit;
