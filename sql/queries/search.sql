-- GET /api/v1/search

with hit as materialized (
      select ns.need_id, ts_rank(ns.words, websearch_to_tsquery('english', $1)) as rank from need_search ns
      where ns.words @@ websearch_to_tsquery('english', $2) and true
      union
      select n.id, 1 from need n where n.reference = upper($3) and n.state not in ('draft', 'submitted', 'withdrawn'))
    select n.id, n.reference, n.title, coalesce(l.name, n.place_text) as place, n.state, (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months')) as stale,
      coalesce(src.demonstration, false) or coalesce(h.demonstration, false) as demonstration, count(*) over ()::int as total
    from (select need_id, max(rank) as rank from hit group by 1) best join need n on n.id = best.need_id left join locality l on l.code = n.locality_code
    left join source src on src.id = n.source_id left join hub h on h.id = n.hub_id
    order by (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months')), best.rank desc, n.reference desc limit $4;

select o.id, o.name, o.status, l.name as place, o.post_town as town, o.postcode, ident.identifier as company_number, s.demonstration,
      count(*) over ()::int as total
    from organisation o join source s on s.id = o.source_id left join locality l on l.code = o.locality_code
    left join lateral (select oi.identifier from organisation_identifier oi where oi.organisation_id = o.id and oi.scheme = 'GB-COH' limit 1) ident on true
    where (o.name ilike $1 or o.name % $2) and true and true
    order by o.name ilike $3 desc, similarity(o.name, $4) desc, o.name, o.id limit $5 offset $6;

select l.code, l.name, l.kind, count(*) over ()::int as total from locality l
    where (l.name ilike $1 or l.code = upper($2) or l.code = (select oc.locality_code from outward_code oc where oc.code = $3))
      and (l.valid_to is null or l.valid_to > wellmet_now()::date)
    order by l.name ilike $4 desc, l.name, l.code limit $5;
