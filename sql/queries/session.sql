-- GET /api/v1/session

select exists (select 1 from hub where demonstration) as demonstration,
        (wellmet_now() at time zone 'Europe/London')::date::text as today,
        (select hl.locality_code from hub_locality hl join hub h on h.id = hl.hub_id where h.kind = 'council' order by h.created_at, hl.locality_code limit 1) as place;
