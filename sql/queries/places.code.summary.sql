-- GET /api/v1/places/{code}/summary

select l.code, l.name, ((select wellmet_now()) at time zone 'Europe/London')::date::text as today, wellmet_now() as now from locality l where l.code = $1;

select
          (select max((r.finished_at at time zone 'Europe/London')::date)::text from match_run r) as at,
          (select max(s.reach_miles) from need_supply s) as reach,
          (select max((s.last_success_at at time zone 'Europe/London')::date)::text from source s) as data_of;

with recursive asked as (select $1::text as root union select nb.neighbour_code from locality_neighbour nb where nb.locality_code = $2),
    inside as (select a.root, a.root as code from asked a union select i.root, l.code from locality l join inside i on l.parent_code = i.code)
    select p.code, p.name, p.code = $3 as own, count(*) filter (where x.current)::int as current, count(*) filter (where x.stale)::int as stale,
      count(*) filter (where x.current and x.opened_on > ((select wellmet_now()) at time zone 'Europe/London')::date - 30)::int as opened,
      count(*) filter (where x.current and x.opened_on > ((select wellmet_now()) at time zone 'Europe/London')::date - 30 and x.origin = 'consulted')::int as consulted,
      count(*) filter (where x.current and x.assessed)::int as assessed,
      count(*) filter (where x.current and x.assessed and x.in_reach < 3)::int as few,
      count(*) filter (where x.current and x.assessed and x.in_reach = 0)::int as none
    from asked a join locality p on p.code = a.root
    left join lateral (select (n.state in ('open', 'in_challenge', 'in_procurement') and not (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months'))) as current, (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months')) as stale, n.opened_on, n.origin, s.assessed, s.in_reach
      from inside i join need n on n.locality_code = i.code left join need_supply s on s.need_id = n.id where i.root = a.root) x on true
    group by p.code, p.name order by own desc, p.name, p.code;

select case when s.assessed is not true then 'not_assessed' when s.in_reach <= 2 then s.in_reach::text
      when s.in_reach <= 5 then '3_to_5' else '6_or_more' end as key, count(*)::int as n
    from need n left join need_supply s on s.need_id = n.id where (n.state in ('open', 'in_challenge', 'in_procurement') and not (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months'))) and n.locality_code = any (array(with recursive inside as (select pl.code from locality pl where pl.code = $1
    union select below.code from locality below join inside on below.parent_code = inside.code) select inside.code from inside)) group by 1;

select case when left_days is null then 'no_date' when left_days <= 7 then 'week' when left_days <= 14 then 'fortnight'
      when left_days <= 31 then 'month' else 'later' end as key, count(*)::int as n
    from (select (n.closes_at at time zone 'Europe/London')::date - ((select wellmet_now()) at time zone 'Europe/London')::date as left_days from need n
      where (n.state in ('open', 'in_challenge', 'in_procurement') and not (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months'))) and n.locality_code = any (array(with recursive inside as (select pl.code from locality pl where pl.code = $1
    union select below.code from locality below join inside on below.parent_code = inside.code) select inside.code from inside))) closing group by 1;

select count(distinct m.idea_id)::int as ideas,
      count(distinct m.idea_id) filter (where m.second_chance->'reasons'->0->>'code' = 'portfolio'
        and jsonb_array_length(m.second_chance->'reasons') = 1)::int as "onlyBalance",
      (select coalesce(sum(s.second_chances), 0)::int from need n join need_supply s on s.need_id = n.id
        where (n.state in ('open', 'in_challenge', 'in_procurement') and not (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months'))) and n.locality_code = any (array(with recursive inside as (select pl.code from locality pl where pl.code = $1
    union select below.code from locality below join inside on below.parent_code = inside.code) select inside.code from inside))) as "publicCount"
    from need n join match m on m.need_id = n.id join idea i on i.id = m.idea_id left join organisation o on o.id = i.organisation_id
    where (n.state in ('open', 'in_challenge', 'in_procurement') and not (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months'))) and n.locality_code = any (array(with recursive inside as (select pl.code from locality pl where pl.code = $2
    union select below.code from locality below join inside on below.parent_code = inside.code) select inside.code from inside)) and m.label <> 'weak' and coalesce((m.second_chance->>'eligible')::boolean, false)
      and coalesce(o.status, 'unknown') not in ('insolvent', 'left_register');

select * from (
      select (v.at at time zone 'Europe/London')::date::text as "on", 'event' as kind, n.title as name, 1 as n, n.id as need_id,
        jsonb_build_object('kind', v.kind, 'before', v.before, 'after', v.after) as event, 0 as changed, v.at as sort_at
      from need_event v join need n on n.id = v.need_id
      where n.locality_code = any (array(with recursive inside as (select pl.code from locality pl where pl.code = $1
    union select below.code from locality below join inside on below.parent_code = inside.code) select inside.code from inside)) and v.kind in ('deadline', 'state', 'money') and v.before is not null and v.at > wellmet_now() - interval '14 days'
      union all
      select n.opened_on::text, 'opened', n.origin, count(*)::int, (array_agg(n.id order by n.reference))[1], jsonb_build_object('kind', 'opened', 'before', null,
        'after', (array_agg(n.title order by n.reference))[1]), 0, n.opened_on::timestamptz
      from need n where (n.state in ('open', 'in_challenge', 'in_procurement') and not (n.state in ('open', 'in_challenge', 'in_procurement') and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ((select wellmet_now()) at time zone 'Europe/London')::date - interval '12 months'))) and n.locality_code = any (array(with recursive inside as (select pl.code from locality pl where pl.code = $2
    union select below.code from locality below join inside on below.parent_code = inside.code) select inside.code from inside)) and n.opened_on between ((select wellmet_now()) at time zone 'Europe/London')::date - 14 and ((select wellmet_now()) at time zone 'Europe/London')::date group by n.opened_on, n.origin
      union all
      select (p.finished_at at time zone 'Europe/London')::date::text, 'pull', s.name, p.new, null, null, p.changed, p.finished_at
      from source s join lateral (select pu.finished_at, pu.new, pu.changed from pull pu where pu.source_id = s.id and pu.state in ('complete', 'thin')
        and pu.new + pu.changed > 0 order by pu.started_at desc limit 1) p on p.finished_at > wellmet_now() - interval '14 days'
    ) change where change.sort_at <= wellmet_now() order by change.sort_at desc, change.kind, change.name limit 5;

select s.name, s.state from source s order by s.name, s.id;

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

select s.id, s.name, s.attribution, s.demonstration,
          coalesce(substring(s.mark from '^\d{4}-\d{2}-\d{2}'), (s.last_success_at at time zone 'Europe/London')::date::text,
            max((o.pulled_at at time zone 'Europe/London')::date)::text) as data_of
        from organisation o join source s on s.id = o.source_id
        where o.locality_code = any($1::text[])
          and exists (select 1 from organisation_identifier i where i.organisation_id = o.id and i.scheme = 'GB-COH')
        group by s.id order by count(*) desc, s.id limit 1;

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

select n.id, n.title, n.definition, p.title as parent, n.target_share
        from framework_node n left join framework_node p on p.id = n.parent_id
        where n.framework_id = $1 and not exists (select 1 from framework_node c where c.parent_id = n.id)
        order by coalesce(p.position, n.position), n.position, n.code;

with recursive span as (select date_trunc('month', $1::date)::date as until),
        asked as (select $2::text as root union select nb.neighbour_code from locality_neighbour nb where nb.locality_code = $3),
        inside as (select a.root, a.root as code from asked a union select i.root, l.code from locality l join inside i on l.parent_code = i.code)
        select p.code, p.name, p.code = $4 as own,
          count(*) filter (where o.incorporated_on >= span.until - interval '1 month' and o.incorporated_on < span.until)::int as incorporated,
          count(*) filter (where o.left_register_on >= span.until - interval '1 month' and o.left_register_on < span.until)::int as "left",
          to_char(span.until - interval '1 month', 'YYYY-MM') as month,
          exists (select 1 from organisation x where x.source_id = $5 and x.left_register_on < span.until) as known
        from asked a cross join span join locality p on p.code = a.root join inside i on i.root = a.root
        left join organisation o on o.locality_code = i.code and o.source_id = $6
        group by p.code, p.name, span.until order by own desc, p.name, p.code;

select "m"."node_id", "m"."item_kind", "m"."items", "m"."confirmed", "m"."value", "m"."valued_items" from "alignment_measure" as "m" inner join "framework_node" as "n" on "n"."id" = "m"."node_id" where "n"."framework_id" = $1 and "m"."locality_code" = $2;

select "c"."item_kind", "c"."confirmed", "c"."suggested", "c"."unlinked", "c"."not_coded", "c"."computed_at" from "alignment_coverage" as "c" where "c"."framework_id" = $1 and "c"."locality_code" = $2;
