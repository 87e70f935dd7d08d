-- Resources of SCIM endpoints, one row each; the columns beside the body are those that filters and
-- orders read. A deleted resource keeps its row, and gives its names free.
create table resource (
  seq            ${serial},
  app            text    not null,
  kind           text    not null,
  id             ${key}  not null,
  user_name      text,
  user_name_key  ${key},
  external_id    ${key},
  display_name   text,
  display_key    ${key},
  active         integer,
  created        bigint  not null,
  last_modified  bigint  not null,
  version        bigint  not null,
  deleted        bigint,
  body           text    not null
);

create unique index resource_id on resource (app, kind, id);
create unique index resource_user_name on resource (app, kind, user_name_key)
  where deleted is null and user_name_key is not null;
create index resource_order on resource (app, kind, seq) where deleted is null;
create index resource_external_id on resource (app, kind, external_id) where deleted is null;
create index resource_display on resource (app, kind, display_key) where deleted is null;
create index resource_modified on resource (app, kind, last_modified) where deleted is null;

-- Who is in which group: a row a membership, so that one change writes one row.
create table membership (
  seq       ${serial},
  app       text not null,
  group_id  ${key} not null,
  member_id ${key} not null,
  type      text,
  display   text
);

create unique index membership_of on membership (app, group_id, member_id);
create index membership_in on membership (app, member_id, group_id);
