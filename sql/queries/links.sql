-- GET /api/v1/links

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

select "id", "title", "definition" from "framework_node" where "id" = $1;

select "items", "confirmed" from "alignment_measure" where "node_id" = $1 and "locality_code" = $2 and "item_kind" = $3;

with item as (select x.id, x.reference || ' ' || x.title as name, x.locality_code, '/needs/' || x.id as address,
      'description' as readable
    from need x where x.state in ('open', 'in_challenge', 'in_procurement') and x.locality_code = any($1::text[]))
        select l.id, l.item_id, item.name, p.name as place, item.address, l.grade, l.basis, l.state, l.quotes, count(*) over () as total
        from alignment_link l join item on item.id = l.item_id left join locality p on p.code = item.locality_code
        where l.node_id = $2 and l.item_kind = $3 and l.superseded_by is null and l.state <> 'removed'
          and l.grade in ('principal', 'significant') and (not $4::boolean or l.state = 'confirmed')
          and case coalesce(l.quotes -> 0 ->> 'field', 'title') when 'body' then item.readable = 'full' when 'teaser' then item.readable <> 'title'
            when 'challenge' then item.readable <> 'title' else true end
        order by l.state = 'confirmed' desc, l.confidence desc, item.name, l.id limit $5;
