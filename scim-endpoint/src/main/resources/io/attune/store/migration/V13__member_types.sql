-- A member's type is what the member is, unless the client said another; earlier versions kept none.
update membership set type = case when exists (select 1 from resource r where r.app = membership.app
    and r.kind = 'USER' and r.id = membership.member_id) then 'User' else 'Group' end
  where type is null;
