-- Apps whose users are imported into the workspace as they are written.
create table imported_app (
  app text primary key
);

-- What is to be imported, what waits for a person, and what became of it: a row an import. Rows of
-- one plan have its hash in common. The body is what a queued import is made from, and goes with it.
create table import_run (
  seq           ${serial},
  app           text    not null,
  source        text    not null,
  mode          text    not null,
  status        text    not null,
  applies       integer not null,
  record        text,
  body          text,
  gone          integer not null,
  created       bigint  not null,
  planned       bigint,
  sha256        text,
  unassignments integer,
  report        text,
  outcome       text,
  error         text
);

create index import_waiting on import_run (status, app, seq);
create index import_app on import_run (app, seq);
create index import_record on import_run (record, seq);
create index import_plan on import_run (sha256);
