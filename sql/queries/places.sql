-- GET /api/v1/places

select l.code, l.name, l.kind, h.name as demonstration_hub,
          coalesce((select jsonb_agg(jsonb_build_object('code', b.code, 'name', b.name) order by b.name)
            from locality_neighbour nb join locality b on b.code = nb.neighbour_code where nb.locality_code = l.code), '[]') as neighbours
        from locality l
        left join lateral (select hub.name from hub_locality hl join hub on hub.id = hl.hub_id
          where hl.locality_code = l.code and hub.demonstration and hub.kind = 'council' order by hub.created_at, hub.id limit 1) h on true
        where ($1::text is null or l.code = $2) and (l.valid_to is null or l.valid_to > wellmet_now()::date)
        order by exists (select 1 from hub_locality hl where hl.locality_code = l.code) desc, l.name, l.code;
