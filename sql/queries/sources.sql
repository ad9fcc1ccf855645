-- GET /api/v1/sources

select s.id, s.name, s.publisher, s.licence, s.attribution, s.schedule, s.demonstration, s.state, s.state_reason,
          extract(epoch from s.expected_every)::float8 as expected_every, s.last_success_at, s.last_try_at, s.next_run_at,
          coalesce((select sum(p.new - p.gone) from pull p where p.source_id = s.id), 0)::int as rows,
          coalesce(k.n, 0)::int as parked,
          coalesce((select jsonb_agg(jsonb_build_object('at', p.started_at, 'read', p.read, 'state', p.state) order by p.started_at)
            from (select started_at, read, state from pull where source_id = s.id and state <> 'running'
              order by started_at desc limit 12) p), '[]') as pulls,
          coalesce((select jsonb_agg(p.read order by p.started_at)
            from (select started_at, read from pull where source_id = s.id and state = 'complete'
              and (cause <> 'file' or mark_after is distinct from mark_before)
              order by started_at desc limit 8) p), '[]') as complete
        from source s left join parked_counts() k on k.source_id = s.id order by s.name, s.id;

select p.source_id as source, p.reason, count(*)::int as n from parked_record p where p.state = 'parked'
        group by 1, 2 order by n desc, 1, 2 limit 50;

select state, n::int as n from mail_counts();

select id, at, kind, subject, state from recent_mail($1);

select wellmet_now() as now;
