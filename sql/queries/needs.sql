-- GET /api/v1/needs

select n.id, n.reference, n.title, n.origin, n.state, (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months')) as stale, coalesce(l.name, n.place_text) as place,
  coalesce(n.owner_text, h.name) as owner, n.money_first_phase::float8 as money_first_phase, n.money_total::float8 as money_total, n.money_currency,
  n.money_note, n.opened_on, n.closes_at, (n.closes_at at time zone 'Europe/London')::date - ((select wellmet_now()) at time zone 'Europe/London')::date as days_left,
  coalesce(src.demonstration, false) or coalesce(h.demonstration, false) as demonstration,
  case when s.need_id is null then null else jsonb_build_object('assessed', s.assessed, 'strong', s.strong, 'possible', s.possible, 'weak', s.weak,
    'in_reach', s.in_reach, 'reach_miles', s.reach_miles, 'second_chances', s.second_chances, 'note', s.note) end as supply from need n left join locality l on l.code = n.locality_code left join hub h on h.id = n.hub_id
  left join source src on src.id = n.source_id left join need_supply s on s.need_id = n.id where true and n.state in ('open', 'in_challenge', 'in_procurement') and true and not (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months'))
        order by n.opened_on desc nulls last, n.reference desc limit $1 offset $2;

select count(*) filter (where shown)::int as total, count(*) filter (where not shown)::int as stale,
          count(*) filter (where shown and assessed and in_reach = 0)::int as none,
          count(*) filter (where shown and assessed and in_reach between 1 and 2)::int as thin,
          count(*) filter (where shown and assessed is not true)::int as not_assessed,
          count(*) filter (where shown and days_left between 0 and 14)::int as closing
        from (select coalesce(not (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months')), false) as shown, s.assessed, s.in_reach,
          (n.closes_at at time zone 'Europe/London')::date - ((select wellmet_now()) at time zone 'Europe/London')::date as days_left
          from need n left join locality l on l.code = n.locality_code left join hub h on h.id = n.hub_id
  left join source src on src.id = n.source_id left join need_supply s on s.need_id = n.id where true and n.state in ('open', 'in_challenge', 'in_procurement') and true) listed;
