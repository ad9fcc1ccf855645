-- GET /api/v1/alerts/preview

select 1 from locality where code = $1;

with hit as (
      select distinct n.id as need_id, n.title, coalesce(l.name, n.place_text) as place, coalesce(n.opened_on, n.created_at::date) as day, (n.state in ('open', 'in_challenge', 'in_procurement') and not (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months'))) as current
      from (
  select n.id as need_id, null::uuid as organisation_id, null::uuid as idea_id, null::text as label, 0 as rank, null::jsonb as evidence, null::text[] as against,
    null::text[] as unknowns, null::jsonb as second_chance
  from need n where (n.state in ('open', 'in_challenge', 'in_procurement') or (n.state in ('met', 'closed_unmet') and n.opened_on > ((select wellmet_now()) at time zone 'Europe/London')::date - 90))
     union all
  select m.need_id, null::uuid as organisation_id, m.idea_id, m.label, m.rank, m.evidence, m.against, m.unknowns, m.second_chance
  from match m join idea i on i.id = m.idea_id join consent c on c.idea_id = i.id and c.revoked_at is null left join organisation o on o.id = i.organisation_id
  where (m.second_chance->>'eligible')::boolean and m.label = any($1) and coalesce("o"."status", 'unknown') not in ('insolvent', 'left_register')
    and (i.organisation_id = $2::uuid
      or ($3::uuid is not null and (m.hub_id is null or m.hub_id = $4::uuid) and c.tier <> 'named_reader'
        and true))) f join need n on n.id = f.need_id left join locality l on l.code = n.locality_code
      where n.state not in ('draft', 'submitted', 'withdrawn') and not exists (select 1 from notice k where k.id = n.notice_id and k.notice_type in ('UK13', 'UK14', 'UK15', 'UK16')))
    select count(*) filter (where current)::int as now, count(*) filter (where day > ((select wellmet_now()) at time zone 'Europe/London')::date - 7 and day <= ((select wellmet_now()) at time zone 'Europe/London')::date)::int as seven_days,
      count(*) filter (where day > ((select wellmet_now()) at time zone 'Europe/London')::date - 90 and day <= ((select wellmet_now()) at time zone 'Europe/London')::date)::int as ninety_days, max(day)::text as last_on,
      coalesce((select jsonb_agg(jsonb_build_object('need_id', p.need_id, 'title', p.title, 'place', p.place, 'on', p.day::text) order by p.day desc, p.need_id)
        from (select * from hit where current order by day desc, need_id limit $5) p), '[]') as sample
    from hit;
