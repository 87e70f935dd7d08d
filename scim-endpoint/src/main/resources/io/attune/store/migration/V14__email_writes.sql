-- Each create writes these indexes at places far apart, so there is one, and its entries are short:
-- addresses are looked up by what they are, and whoever deletes has the body with them at hand.
drop index resource_email_of;
drop index resource_email_value;
create index resource_email_value on resource_email (value_key, app);
