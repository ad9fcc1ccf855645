-- GET /api/v1/places/{code}/alignment

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

select f.id, f.key, f.name, f.owner, f.level, f.locality_code, f.valid_from::text, f.valid_to::text,
          f.status, f.source_address, f.valid_to is null or f.valid_to > today.day as current
        from framework f, (select (wellmet_now() at time zone 'Europe/London')::date as day) today
        order by current desc, array_position(array['local', 'regional', 'national'], f.level), f.valid_from desc, f.key;

select n.id, n.title, n.definition, p.title as parent, n.target_share
        from framework_node n left join framework_node p on p.id = n.parent_id
        where n.framework_id = $1 and not exists (select 1 from framework_node c where c.parent_id = n.id)
        order by coalesce(p.position, n.position), n.position, n.code;

select "m"."node_id", "m"."item_kind", "m"."items", "m"."confirmed", "m"."value", "m"."valued_items" from "alignment_measure" as "m" inner join "framework_node" as "n" on "n"."id" = "m"."node_id" where "n"."framework_id" = $1 and "m"."locality_code" = $2;

select "c"."item_kind", "c"."confirmed", "c"."suggested", "c"."unlinked", "c"."not_coded", "c"."computed_at" from "alignment_coverage" as "c" where "c"."framework_id" = $1 and "c"."locality_code" = $2;

select a.id, a.notice_id, a.value_amount, a.value_note, a.title, n.title as notice_title, n.method_details,
          coalesce((select jsonb_agg(jsonb_build_object('priorityId', l.node_id, 'grade', l.grade))
            from alignment_link l join framework_node f on f.id = l.node_id and f.framework_id = $1
            where l.item_kind = 'award' and l.item_id = a.id and l.superseded_by is null and l.state <> 'removed'), '[]') as links
        from award a join notice n on n.id = a.notice_id
        where n.locality_code = any($2::text[]) and a.value_amount is not null
          and coalesce(a.value_currency, 'GBP') = 'GBP' and coalesce(a.status, '') not in ('cancelled', 'unsuccessful')
        order by a.id;

select a.id as own_id, a.title as own_title, b.id as other_id, c.strength, c.quote
        from framework_crosswalk c
          join framework_node a on a.id in (c.from_node_id, c.to_node_id) and a.framework_id = $1
          join framework_node b on b.id in (c.from_node_id, c.to_node_id) and b.framework_id = $2
        order by b.position, a.position;
