-- The type of the address that is the user name, which has no row among the addresses then: most
-- users have one, and each row is written to a place of its own in the index of addresses. What an
-- earlier version stored keeps its rows until its addresses change.
alter table resource add column user_name_email ${key};
