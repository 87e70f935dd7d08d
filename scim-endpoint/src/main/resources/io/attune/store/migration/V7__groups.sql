-- Groups are imported, too. Apps that were served before have theirs seeded at the next start.
alter table import_run add column kind text not null default 'USER';
alter table imported_app add column with_groups integer not null default 0;
