-- A group that is sent twice is made once: whoever gives a group an id of their own does not give it,
-- and the same name, to two. Groups without such an id may share a name.
create unique index resource_group_once on resource (app, external_id, display_key)
  where kind = 'GROUP' and deleted is null and external_id is not null;
