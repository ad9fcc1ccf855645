-- GET /api/v1/needs/{id}/matches

select n.hub_id, h.name as hub_name,
          (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months')) as stale,
          case when s.need_id is null then null else to_jsonb(s) end as supply,
          case when r.id is null then null else jsonb_build_object('at', coalesce(r.finished_at, r.started_at), 'engine', r.engine_version) end as run
        from need n left join hub h on h.id = n.hub_id left join need_supply s on s.need_id = n.id left join match_run r on r.id = s.match_run_id
        where n.id = $1;

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
    where (m.idea_id is null or (i.id is not null and coalesce("io"."status", 'unknown') not in ('insolvent', 'left_register'))) and (o.id is null or coalesce("o"."status", 'unknown') not in ('insolvent', 'left_register')) and m.need_id = $1
    order by case m.label when 'strong' then 0 when 'possible' then 1 else 2 end, m.score desc, m.id limit $2;

select case o.status when 'insolvent' then 'in insolvency' else 'no longer on the register' end as reason,
          count(*)::int as n
        from match m join organisation o on o.id = m.organisation_id
        where m.need_id = $1 and o.status in ('insolvent', 'left_register') group by 1 order by 1;
