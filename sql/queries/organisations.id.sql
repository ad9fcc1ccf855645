-- GET /api/v1/organisations/{id}

select o.id, o.name, s.demonstration, o.status, o.status_text, o.category, o.incorporated_on, o.left_register_on,
          nullif(concat_ws(', ', nullif(array_to_string(o.address_lines, ', '), ''), o.post_town, o.county), '') as address, coalesce(o.postcode, o.postcode_as_written) as postcode,
          l.name as place, o.locality_rule, o.accounts_category, o.about, s.name as source, (o.pulled_at at time zone 'Europe/London')::date::text as source_date,
          coalesce((select jsonb_agg(jsonb_build_object('scheme', i.scheme, 'identifier', i.identifier) order by i.scheme, i.identifier)
            from organisation_identifier i where i.organisation_id = o.id), '[]') as identifiers,
          coalesce((select jsonb_agg(jsonb_build_object('code', a.code, 'title', a.title) order by a.position, a.code)
            from organisation_activity a where a.organisation_id = o.id), '[]') as activities,
          coalesce((select jsonb_agg(jsonb_build_object('name', n.name, 'kind', n.kind, 'valid_to', n.valid_to) order by n.valid_to desc nulls first, n.name)
            from organisation_name n where n.organisation_id = o.id), '[]') as names,
          coalesce((select jsonb_agg(jsonb_build_object('statement', c.statement, 'basis', c.basis, 'date', c.evidence_date)
            order by c.evidence_date desc nulls last, c.id) from capability c where c.organisation_id = o.id), '[]') as capabilities
        from organisation o join source s on s.id = o.source_id left join locality l on l.code = o.locality_code where o.id = $1;

select coalesce(a.title, n.title) as title, n.buyer_name as buyer, a.awarded_on, a.value_amount::float8 as value_amount,
          a.value_currency, a.value_note, k.decided_by, k.score::float8 as score
        from mention_link k join award_supplier s on s.mention_id = k.mention_id join award a on a.id = s.award_id join notice n on n.id = a.notice_id
        where k.organisation_id = $1 order by a.awarded_on desc nulls last, a.id limit 100;

select coalesce(e.happened_on, (e.observed_at at time zone 'Europe/London')::date)::text as "on", e.kind, e.before, e.after
        from registry_event e where e.organisation_id = $1 order by 1 desc, e.id limit 50;

select m.id as match_id, n.id as need_id, n.reference, n.title, m.label, coalesce(l.name, n.place_text) as place
        from match m join need n on n.id = m.need_id join organisation o on o.id = m.organisation_id left join locality l on l.code = n.locality_code
        where m.organisation_id = $1 and m.label <> 'weak' and (n.state in ('open', 'in_challenge', 'in_procurement') and not (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months'))) and coalesce("o"."status", 'unknown') not in ('insolvent', 'left_register')
        order by case m.label when 'strong' then 0 else 1 end, m.score desc, m.id limit 50;
