-- GET /api/v1/places/{code}/second-chances

select l.code, l.name, ((select wellmet_now()) at time zone 'Europe/London')::date::text as today, wellmet_now() as now from locality l where l.code = $1;

select distinct p.id, p.name from submission s join challenge ch on ch.id = s.challenge_id
    join programme p on p.id = ch.programme_id order by p.name, p.id;

with cohort as (select distinct on (s.idea_id) s.idea_id, s.outcome, s.stage_reached, s.decided_on from submission s
    join challenge ch on ch.id = s.challenge_id where true and true and true
    order by s.idea_id, s.decided_on desc nulls last, s.submitted_on desc nulls last, s.id)
        select c.outcome, c.stage_reached, c.decided_on, i.state as idea_state, k.id is not null as consented,
          exists (select 1 from introduction x where x.idea_id = c.idea_id and x.state in ('made', 'talking')) as talking
        from cohort c left join idea i on i.id = c.idea_id left join consent k on k.idea_id = c.idea_id and k.revoked_at is null
        where c.outcome not in ('draft', 'withdrawn');

with cohort as (select distinct on (s.idea_id) s.idea_id, s.outcome, s.stage_reached, s.decided_on from submission s
    join challenge ch on ch.id = s.challenge_id where true and true and true
    order by s.idea_id, s.decided_on desc nulls last, s.submitted_on desc nulls last, s.id) select count(*)::int as n from cohort c where c.outcome in ('draft', 'withdrawn');

with cohort as (select distinct on (s.idea_id) s.idea_id, s.outcome, s.stage_reached, s.decided_on from submission s
    join challenge ch on ch.id = s.challenge_id where true and true and true
    order by s.idea_id, s.decided_on desc nulls last, s.submitted_on desc nulls last, s.id),
    recorded as (select distinct c.idea_id, na.code from cohort c join submission s on s.idea_id = c.idea_id join non_adoption na on na.submission_id = s.id
      where c.outcome in ('ineligible', 'sifted_out', 'not_adopted')),
    lifted as (select distinct m.idea_id, r->>'code' as code from need n join match m on m.need_id = n.id
      cross join lateral jsonb_array_elements(coalesce(m.second_chance->'reasons', '[]')) r
      where (n.state in ('open', 'in_challenge', 'in_procurement') and not (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months'))) and n.locality_code = any (array(with recursive inside as (select pl.code from locality pl where pl.code = $1
    union select below.code from locality below join inside on below.parent_code = inside.code) select inside.code from inside)) and m.idea_id is not null and m.label <> 'weak' and r->>'verdict' = 'no_longer_bites')
    select a.code, count(*)::int as ideas, count(l.idea_id)::int as no_longer
    from recorded a left join lifted l on l.idea_id = a.idea_id and l.code = a.code group by 1 order by 2 desc, 1;

select distinct on (m.idea_id) m.id from need n join match m on m.need_id = n.id
    where m.idea_id is not null and (n.state in ('open', 'in_challenge', 'in_procurement') and not (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months'))) and n.locality_code = any (array(with recursive inside as (select pl.code from locality pl where pl.code = $1
    union select below.code from locality below join inside on below.parent_code = inside.code) select inside.code from inside)) and m.label <> 'weak' and coalesce((m.second_chance->>'eligible')::boolean, false) and true and true
    order by m.idea_id, case m.label when 'strong' then 0 when 'possible' then 1 else 2 end, m.score desc, m.id;

select m.id, m.rank, m.label, m.evidence, m.parts, m.against, m.unknowns, m.would_change, m.distance_miles::float8 as distance_miles, m.second_chance,
      n.id as need_id, n.hub_id as need_hub_id, n.reference, n.title as need_title, coalesce(nl.name, n.place_text) as need_place,
      coalesce(n.owner_text, nh.name) as need_owner, n.stage_text, (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months')) as need_stale, n.money_first_phase::float8 as money_first_phase,
      n.money_total::float8 as money_total, n.money_currency, n.money_note, n.closes_at,
      o.id as organisation_id, o.name as organisation_name, o.status as organisation_status, coalesce(o.post_town, ol.name) as organisation_place,
      o.incorporated_on, coalesce(w.awards, 0) as awards,
      i.id as idea_id, i.title as idea_title, i.teaser as idea_teaser, i.owner_name as idea_owner_name, i.organisation_id as idea_organisation_id, c.tier,
      coalesce(os.demonstration, ids.demonstration, false) as demonstration, f.feedback, x.introduction
    from match m
    join need n on n.id = m.need_id
    left join locality nl on nl.code = n.locality_code
    left join hub nh on nh.id = n.hub_id
    left join organisation o on o.id = m.organisation_id
    left join locality ol on ol.code = o.locality_code
    left join source os on os.id = o.source_id
    left join idea i on i.id = m.idea_id
    left join source ids on ids.id = i.source_id
    left join consent c on c.idea_id = i.id and c.revoked_at is null
    left join organisation io on io.id = i.organisation_id
    left join lateral (select count(*)::int as awards from mention_link ml join mention me on me.id = ml.mention_id
      where ml.organisation_id = o.id and me.role = 'supplier') w on true
    left join lateral (select jsonb_build_object('id', mf.id, 'verdict', mf.verdict, 'reason', mf.reason, 'at', mf.at) as feedback from match_feedback mf
      where mf.need_id = m.need_id and mf.undone_at is null and (mf.verdict <> 'later' or mf.at > clock_timestamp() - interval '7 days') and mf.hub_id is not distinct from (select actor_hub())
        and mf.organisation_id is not distinct from m.organisation_id and mf.idea_id is not distinct from m.idea_id
      order by mf.at desc, mf.id limit 1) f on true
    left join lateral (select jsonb_build_object('id', xi.id, 'state', xi.state) as introduction from introduction xi
      where xi.need_id = m.need_id and xi.organisation_id is not distinct from m.organisation_id and xi.idea_id is not distinct from m.idea_id
        and xi.state not in ('withdrawn', 'expired')
      order by xi.created_at desc, xi.id limit 1) x on true
    where (m.idea_id is null or (i.id is not null and coalesce("io"."status", 'unknown') not in ('insolvent', 'left_register'))) and (o.id is null or coalesce("o"."status", 'unknown') not in ('insolvent', 'left_register')) and m.id = any($1::uuid[])
    order by case m.label when 'strong' then 0 when 'possible' then 1 else 2 end, m.score desc, m.id limit $2;

select distinct on (m.idea_id) m.id from need n join match m on m.need_id = n.id
    where m.idea_id is not null and (n.state in ('open', 'in_challenge', 'in_procurement') and not (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months'))) and n.locality_code = any (array(with recursive inside as (select pl.code from locality pl where pl.code = $1
    union select below.code from locality below join inside on below.parent_code = inside.code) select inside.code from inside)) and m.label <> 'weak' and (not coalesce(jsonb_path_exists(m.second_chance, '$.reasons[*] ? (@.verdict == "bites")'), false) and coalesce(jsonb_path_exists(m.second_chance, '$.reasons[*] ? (@.verdict == "unknown")'), false)) and true and true
    order by m.idea_id, case m.label when 'strong' then 0 when 'possible' then 1 else 2 end, m.score desc, m.id;

select coalesce(sum(s.second_chances), 0)::int as n from need n join need_supply s on s.need_id = n.id
    where (n.state in ('open', 'in_challenge', 'in_procurement') and not (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months'))) and n.locality_code = any (array(with recursive inside as (select pl.code from locality pl where pl.code = $1
    union select below.code from locality below join inside on below.parent_code = inside.code) select inside.code from inside));
