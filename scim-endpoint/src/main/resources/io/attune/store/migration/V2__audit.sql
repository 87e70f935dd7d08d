-- Who changed what, entry after entry; each holds the hash of the one before. Nothing updates or
-- deletes an entry.
create table audit (
  seq          bigint not null primary key,
  at           bigint not null,
  actor        text   not null,
  app          text   not null,
  kind         text   not null,
  id           ${key}  not null,
  operation    text   not null,
  before_hash  text,
  after_hash   text,
  members_hash text,
  previous     text   not null,
  hash         text   not null
);

create index audit_of on audit (app, kind, id, seq);

-- The end of the chain, in one row: whoever writes an entry holds it.
create table audit_end (
  one  integer not null primary key,
  seq  bigint  not null,
  hash text    not null
);

insert into audit_end (one, seq, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
