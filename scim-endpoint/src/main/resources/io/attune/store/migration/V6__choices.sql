-- The trail tells of imports, too, and of which plan somebody chose to apply or to cancel.
alter table audit add column plan_hash text;

-- What somebody chose about an import, from before it is done until it is told: a restart in between
-- knows whose choice it finishes.
alter table import_run add column choice text;
alter table import_run add column chooser text;

create index import_chosen on import_run (seq) where chooser is not null;
