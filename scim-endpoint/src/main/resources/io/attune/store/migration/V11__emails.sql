-- The e-mail addresses of users, by which filters find them; rows of living users only.
create table resource_email (
  app       text   not null,
  id        ${key} not null,
  type_key  ${key},
  value_key ${key} not null
);

create index resource_email_value on resource_email (app, value_key, id);
create index resource_email_of on resource_email (app, id);
