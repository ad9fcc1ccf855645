-- GET /api/v1/places/{code}/companies/flows

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

select s.id, s.name, s.attribution, s.demonstration,
          coalesce(substring(s.mark from '^\d{4}-\d{2}-\d{2}'), (s.last_success_at at time zone 'Europe/London')::date::text,
            max((o.pulled_at at time zone 'Europe/London')::date)::text) as data_of
        from organisation o join source s on s.id = o.source_id
        where o.locality_code = any($1::text[])
          and exists (select 1 from organisation_identifier i where i.organisation_id = o.id and i.scheme = 'GB-COH')
        group by s.id order by count(*) desc, s.id limit 1;

with company as materialized (
    select o.*, o.locality_code = any($1::text[]) as is_here,
      case when o.postcode is null or o.address_lines[1] is null then 1
        else count(*) over (partition by o.postcode, upper(o.address_lines[1])) end as at_address
    from organisation o where o.source_id = $2
      and exists (select 1 from organisation_identifier i where i.organisation_id = o.id and i.scheme = 'GB-COH'))
        select count(*) filter (where o.status in ('active', 'strike_off_proposed')) as live, count(*) filter (where o.status = 'insolvent') as insolvent,
          count(*) filter (where o.status in ('active', 'strike_off_proposed') and o.at_address >= $3) as shared,
          count(*) filter (where o.status in ('active', 'strike_off_proposed') and o.at_address >= $4) as agents,
          (select count(*) from organisation x where x.locality_code = any($5::text[])
            and x.source_id <> $6 and exists (select 1 from organisation_identifier i
              where i.organisation_id = x.id and i.scheme = 'GB-COH')) as "otherRegisters"
        from company o where o.is_here;

with company as materialized (
    select o.*, o.locality_code = any($1::text[]) as is_here,
      case when o.postcode is null or o.address_lines[1] is null then 1
        else count(*) over (partition by o.postcode, upper(o.address_lines[1])) end as at_address
    from organisation o where o.source_id = $2
      and exists (select 1 from organisation_identifier i where i.organisation_id = o.id and i.scheme = 'GB-COH'))
        select 'in' as kind, to_char(o.incorporated_on, 'YYYY-MM') as month, count(*) as n from company o
        where o.incorporated_on is not null and
  ($3::text[] is null or o.locality_code = any($4::text[]))
  and (not $5::boolean or o.at_address < $6) group by 2
        union all
        select 'out', to_char(coalesce((select coalesce(substring(p.mark_after from '^\d{4}-\d{2}-\d{2}$')::date - 1, e.happened_on) from registry_event e left join pull p on p.id = e.pull_id
  where e.organisation_id = o.id and e.kind = 'left_register' order by e.observed_at desc limit 1), o.left_register_on), 'YYYY-MM') as month, count(*) from company o
        where o.status = 'left_register' and
  ($7::text[] is null or o.locality_code = any($8::text[]))
  and (not $9::boolean or o.at_address < $10) group by 2;

select to_char(least(
          (select min(coalesce((select coalesce(substring(p.mark_after from '^\d{4}-\d{2}-\d{2}$')::date - 1, e.happened_on) from registry_event e left join pull p on p.id = e.pull_id
  where e.organisation_id = o.id and e.kind = 'left_register' order by e.observed_at desc limit 1), o.left_register_on)) from organisation o where o.source_id = $1 and o.status = 'left_register'),
          (select min(coalesce(substring(p.mark_after from '^\d{4}-\d{2}-\d{2}$')::date, p.started_at::date)) from pull p
            where p.source_id = $2 and p.state = 'complete' having count(distinct p.mark_after) > 1)),
          'YYYY-MM') as month;
