-- GET /api/v1/organisations

select o.id, o.name, o.status, l.name as place, o.post_town as town, o.postcode, ident.identifier as company_number, s.demonstration,
      count(*) over ()::int as total
    from organisation o join source s on s.id = o.source_id left join locality l on l.code = o.locality_code
    left join lateral (select oi.identifier from organisation_identifier oi where oi.organisation_id = o.id and oi.scheme = 'GB-COH' limit 1) ident on true
    where (o.name ilike $1 or o.name % $2) and true and true
    order by o.name ilike $3 desc, similarity(o.name, $4) desc, o.name, o.id limit $5 offset $6;
