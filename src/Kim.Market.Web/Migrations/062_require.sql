-- Ends a transaction whose ground has gone: what must still be true when it commits is asked in the batch that writes, under a lock.
-- The rule's name comes back as that of a constraint.
create function app.require(holds boolean, rule text) returns void
language plpgsql as $$
begin
    if not holds then
        raise exception 'The rule % does not hold.', rule using errcode = 'check_violation', constraint = rule;
    end if;
end
$$;
