-- GET /api/v1/subscriptions

select s.id, s.name, s.cadence, s.state, s.query, s.ceiling,
        to_char(s.confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as confirmed_at,
        (select count(*) from outbox_message m where m.subscription_id = s.id and m.kind in ('digest', 'direct')
          and m.state in ('accepted', 'delivered', 'bounced', 'complained'))::int as sent
        from subscription s order by s.created_at desc, s.id;
