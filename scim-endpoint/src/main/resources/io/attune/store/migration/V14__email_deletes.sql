-- Addresses go by what they are, by the index that filters use; whoever deletes has the body at hand.
drop index resource_email_of;
