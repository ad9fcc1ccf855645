-- GET /api/v1/needs/{id}

select n.id, n.reference, n.title, n.origin, n.state, (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months')) as stale, coalesce(l.name, n.place_text) as place,
  coalesce(n.owner_text, h.name) as owner, n.money_first_phase::float8 as money_first_phase, n.money_total::float8 as money_total, n.money_currency,
  n.money_note, n.opened_on, n.closes_at, (n.closes_at at time zone 'Europe/London')::date - ((select wellmet_now()) at time zone 'Europe/London')::date as days_left,
  coalesce(src.demonstration, false) or coalesce(h.demonstration, false) as demonstration,
  case when s.need_id is null then null else jsonb_build_object('assessed', s.assessed, 'strong', s.strong, 'possible', s.possible, 'weak', s.weak,
    'in_reach', s.in_reach, 'reach_miles', s.reach_miles, 'second_chances', s.second_chances, 'note', s.note) end as supply, n.hub_id, h.name as hub_name, n.description, n.outcome, n.outcome_measure, n.baseline,
          n.affected_group, n.affected_count, n.stage_text as stage, n.cpv, n.quote, n.solution_language, n.challenge_id, n.source_id, src.name as source_name,
          coalesce(no.ocid, n.source_ref) as source_reference, coalesce(no.address, ch.address, src.address) as source_address, n.pulled_at,
          no.warnings as notice_warnings, (wellmet_now() at time zone 'Europe/London')::date::text as today
        from need n left join locality l on l.code = n.locality_code left join hub h on h.id = n.hub_id
  left join source src on src.id = n.source_id left join need_supply s on s.need_id = n.id left join notice no on no.id = n.notice_id left join challenge ch on ch.id = n.challenge_id
        where n.id = $1;

select e.quote, coalesce(e.respondent_kind, 'Respondent') as who, e.public_id, e.said_on, e.stance,
          count(*) over ()::int as total, count(*) filter (where e.stance = 'opposes') over ()::int as opposing
        from need_evidence e where e.need_id = $1
        order by row_number() over (partition by e.stance order by e.said_on desc nulls last, e.id), e.stance desc limit $2;

select a.node_id, f.name as framework, k.title, a.grade, a.basis, a.state, a.quotes
        from alignment_link a join framework_node k on k.id = a.node_id join framework f on f.id = k.framework_id
        where a.item_kind = 'need' and a.item_id = $1 and a.superseded_by is null and a.state <> 'removed'
          and (f.valid_to is null or f.valid_to > (wellmet_now() at time zone 'Europe/London')::date)
        order by case f.level when 'local' then 0 when 'regional' then 1 else 2 end, case a.grade when 'principal' then 0 when 'significant' then 1 else 2 end,
          k.position, a.id;

select v.at, v.kind, v.before, v.after, v.reason from need_event v
        where v.need_id = $1 order by v.at desc, v.id limit 50;
