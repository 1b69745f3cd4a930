-- Claims of codes and links that were good for a time only. What they were good for, the streams say, and it is over: nothing of
-- them need be kept. Whoever calls names the kinds; of those that keep something unique none goes, whatever is named: only
-- invitations (2), tokens (3), and openings (14) and sittings (15) of agencies do.
create function facts.forget_claims(of_kinds smallint[], before timestamptz) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    forgotten bigint;
begin
    delete from lookups.claim c
     where c.kind = any (of_kinds) and c.kind in (2, 3, 14, 15)
       and c.taken_at < (extract(epoch from before) * 1000)::bigint;
    get diagnostics forgotten = row_count;
    return forgotten;
end
$$;

revoke all on function facts.forget_claims from public;
grant execute on function facts.forget_claims to "${app_role}";
