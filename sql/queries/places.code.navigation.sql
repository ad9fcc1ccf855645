-- GET /api/v1/places/{code}/navigation

select l.code, l.name, ((select wellmet_now()) at time zone 'Europe/London')::date::text as today, wellmet_now() as now from locality l where l.code = $1;

select
          (select count(*)::int from need n where (n.state in ('open', 'in_challenge', 'in_procurement') and not (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months'))) and n.locality_code = any (array(with recursive inside as (select pl.code from locality pl where pl.code = $1
    union select below.code from locality below join inside on below.parent_code = inside.code) select inside.code from inside))) as needs,
          (select count(*)::int from source s where s.state <> 'ok') as unwell;

select count(distinct m.idea_id)::int as ideas,
      count(distinct m.idea_id) filter (where m.second_chance->'reasons'->0->>'code' = 'portfolio'
        and jsonb_array_length(m.second_chance->'reasons') = 1)::int as "onlyBalance",
      (select coalesce(sum(s.second_chances), 0)::int from need n join need_supply s on s.need_id = n.id
        where (n.state in ('open', 'in_challenge', 'in_procurement') and not (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months'))) and n.locality_code = any (array(with recursive inside as (select pl.code from locality pl where pl.code = $1
    union select below.code from locality below join inside on below.parent_code = inside.code) select inside.code from inside))) as "publicCount"
    from need n join match m on m.need_id = n.id join idea i on i.id = m.idea_id left join organisation o on o.id = i.organisation_id
    where (n.state in ('open', 'in_challenge', 'in_procurement') and not (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months'))) and n.locality_code = any (array(with recursive inside as (select pl.code from locality pl where pl.code = $2
    union select below.code from locality below join inside on below.parent_code = inside.code) select inside.code from inside)) and m.label <> 'weak' and coalesce((m.second_chance->>'eligible')::boolean, false)
      and coalesce(o.status, 'unknown') not in ('insolvent', 'left_register');

with candidate as materialized (
  select m.id, m.need_id, m.organisation_id, m.idea_id, m.label, m.score, m.second_chance, n.title as need_title, n.closes_at
  from need n join match m on m.need_id = n.id
  where (n.state in ('open', 'in_challenge', 'in_procurement') and not (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months'))) and n.locality_code = any (array(with recursive inside as (select pl.code from locality pl where pl.code = $1
    union select below.code from locality below join inside on below.parent_code = inside.code) select inside.code from inside)) and m.label <> 'weak'
    and (m.idea_id is null or not coalesce(jsonb_path_exists(m.second_chance, '$.reasons[*] ? (@.verdict == "bites")'), false))
  union all
  select m.id, m.need_id, m.organisation_id, m.idea_id, m.label, m.score, m.second_chance, n.title, n.closes_at
  from organisation lo join match m on m.organisation_id = lo.id join need n on n.id = m.need_id
  where lo.locality_code = any (array(with recursive inside as (select pl.code from locality pl where pl.code = $2
    union select below.code from locality below join inside on below.parent_code = inside.code) select inside.code from inside)) and m.label = 'strong' and (n.state in ('open', 'in_challenge', 'in_procurement') and not (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months')))
    and coalesce(n.locality_code <> all (array(with recursive inside as (select pl.code from locality pl where pl.code = $3
    union select below.code from locality below join inside on below.parent_code = inside.code) select inside.code from inside)), true)),
    said as materialized (select distinct on (mf.need_id, mf.organisation_id, mf.idea_id) mf.id, mf.need_id, coalesce(mf.organisation_id, mf.idea_id) as candidate_id,
        mf.verdict, mf.at from match_feedback mf where mf.undone_at is null and mf.hub_id = (select actor_hub())
      order by mf.need_id, mf.organisation_id, mf.idea_id, mf.at desc, mf.id),
    asked as materialized (select x.id, x.need_id, coalesce(x.organisation_id, x.idea_id) as candidate_id, x.created_at from introduction x
      where x.hub_id = (select actor_hub()) and x.state not in ('withdrawn', 'expired')),
    answer as (
      select c.*, f.id as feedback_id, f.verdict, coalesce(f.at, x.created_at) as answered_at,
        (f.id is not null and (f.verdict <> 'later' or f.at > clock_timestamp() - interval '7 days')) or x.id is not null as answered
      from candidate c
      left join said f on f.need_id = c.need_id and f.candidate_id = coalesce(c.organisation_id, c.idea_id)
      left join asked x on x.need_id = c.need_id and x.candidate_id = coalesce(c.organisation_id, c.idea_id)),
    placed as (
      select a.*, coalesce(o.name, i.title) as name, k.tier, row_number() over (partition by a.answered, coalesce(a.idea_id, a.need_id)
          order by case a.label when 'strong' then 0 else 1 end, a.score desc, a.id) as place_in_line
      from answer a
      left join organisation o on o.id = a.organisation_id
      left join idea i on i.id = a.idea_id
      left join consent k on k.idea_id = i.id and k.revoked_at is null
      left join organisation io on io.id = i.organisation_id
      where (o.id is null or coalesce("o"."status", 'unknown') not in ('insolvent', 'left_register')) and (a.idea_id is null or (i.id is not null and coalesce("io"."status", 'unknown') not in ('insolvent', 'left_register'))))
    select p.id as match_id, case when p.idea_id is null then 'match' else 'second_chance' end as kind, p.label, p.score::float8 as score, p.need_title,
      (p.closes_at at time zone 'Europe/London')::date::text as due, p.name, p.tier,
      array(select r->>'code' from jsonb_array_elements(coalesce(p.second_chance->'reasons', '[]')) r) as reasons,
      coalesce((p.second_chance->>'eligible')::boolean, false) as eligible,
      case when p.answered then p.feedback_id end as feedback_id, case when p.answered then coalesce(p.verdict, 'asked') end as verdict,
      case when p.answered then (p.answered_at at time zone 'Europe/London')::date = (clock_timestamp() at time zone 'Europe/London')::date end as answered_today
    from placed p
    where (not p.answered and p.place_in_line = 1) or (p.answered and p.answered_at >= date_trunc('week', clock_timestamp(), 'Europe/London'))
    order by p.closes_at nulls last, eligible desc, case p.label when 'strong' then 0 else 1 end, p.score desc, p.id;

with suspect as materialized (
      select s.id from organisation s where s.status in ('strike_off_proposed', 'insolvent', 'left_register')
      union select e.organisation_id from registry_event e where e.kind = 'moved' and coalesce(e.happened_on, e.observed_at::date) > ((select wellmet_now()) at time zone 'Europe/London')::date - $1::int),
    held as (
      select m.organisation_id, 1 as matches from suspect u join match m on m.organisation_id = u.id join need n on n.id = m.need_id
      where (n.state in ('open', 'in_challenge', 'in_procurement') and not (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months'))) and n.locality_code = any (array(with recursive inside as (select pl.code from locality pl where pl.code = $2
    union select below.code from locality below join inside on below.parent_code = inside.code) select inside.code from inside)) and m.label <> 'weak'
      union all
      select f.organisation_id, 0 from match_feedback f join suspect u on u.id = f.organisation_id where f.hub_id = (select actor_hub())
        and f.undone_at is null and f.verdict in ('fit', 'contacted')
      union all
      select x.organisation_id, 0 from introduction x join suspect u on u.id = x.organisation_id where x.hub_id = (select actor_hub())
        and x.state in ('proposed', 'checked', 'asked_owner', 'asked_buyer', 'made', 'talking')),
    counted as (select h.organisation_id, sum(h.matches)::int as matches from held h group by 1)
    select o.id as organisation_id, o.name, o.status, o.status_text, s.name as source_name, o.pulled_at::date::text as source_date,
      mv.on_day as moved_on, mv.before as moved_from, mv.after as moved_to, st.on_day as changed_on, c.matches
    from counted c join organisation o on o.id = c.organisation_id join source s on s.id = o.source_id
    left join lateral (
  select coalesce(e.happened_on, e.observed_at::date)::text as on_day, e.before, e.after from registry_event e
  where e.organisation_id = o.id and e.kind = 'moved'
    and coalesce(e.happened_on, e.observed_at::date) > ((select wellmet_now()) at time zone 'Europe/London')::date - $3::int
  order by 1 desc, e.id limit 1) mv on true
    left join lateral (
  select coalesce(e.happened_on, e.observed_at::date)::text as on_day, e.before, e.after from registry_event e
  where e.organisation_id = o.id and e.kind in ('status_changed', 'left_register')
    and coalesce(e.happened_on, e.observed_at::date) > ((select wellmet_now()) at time zone 'Europe/London')::date - $4::int
  order by 1 desc, e.id limit 1) st on true
    where o.status in ('strike_off_proposed', 'insolvent', 'left_register') or mv.on_day is not null
    order by case o.status when 'left_register' then 0 when 'insolvent' then 1 when 'strike_off_proposed' then 2 else 3 end, o.name, o.id
    limit 50;

select count(distinct (f.need_id, f.organisation_id, f.idea_id))::int as n from match_feedback f
        where f.hub_id = (select actor_hub()) and f.undone_at is null and f.verdict = 'later' and f.at > clock_timestamp() - interval '7 days';
