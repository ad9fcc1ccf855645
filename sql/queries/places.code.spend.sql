-- GET /api/v1/places/{code}/spend

with recursive up as (
          select l.code, l.name, l.kind, l.parent_code, 0 as step from locality l where l.code = $1
          union all
          select l.code, l.name, l.kind, l.parent_code, up.step + 1 from locality l join up on l.code = up.parent_code
          where up.step < 10)
        select code, name, kind, wellmet_now() as now from up order by step;

with recursive down as (
          select l.code as root, l.code from locality l where l.code = any($1::text[])
          union
          select down.root, l.code from locality l join down on l.parent_code = down.code)
        select root, array_agg(code order by code) as members from down group by root;

select s.id, s.name, s.attribution, s.demonstration, count(*) as awards,
          max((n.pulled_at at time zone 'Europe/London')::date)::text as until
        from award a join notice n on n.id = a.notice_id join source s on s.id = n.source_id
        where n.locality_code = any($1::text[]) group by s.id order by s.name;

select "code" from "outward_code" where "locality_code" in ($1);

select a.id, a.notice_id, a.title, n.title as notice_title, n.method_details, n.category,
          a.value_amount, a.value_currency, a.value_note,
          coalesce(a.awarded_on, (n.published_at at time zone 'Europe/London')::date)::text as decided_on,
          coalesce((select jsonb_agg(jsonb_build_object('locality', o.locality_code, 'postcode', coalesce(o.postcode, m.postcode))
              order by m.id)
            from award_supplier s join mention m on m.id = s.mention_id
              left join mention_link k on k.mention_id = m.id left join organisation o on o.id = k.organisation_id
            where s.award_id = a.id), '[]') as suppliers
        from award a join notice n on n.id = a.notice_id
        where n.locality_code = any($1::text[]) and n.source_id = any($2::text[])
          and coalesce(a.status, '') not in ('cancelled', 'unsuccessful')
        order by decided_on, a.id;
