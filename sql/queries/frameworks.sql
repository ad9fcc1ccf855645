-- GET /api/v1/frameworks

select f.id, f.key, f.name, f.owner, f.level, f.locality_code, f.valid_from::text, f.valid_to::text,
          f.status, f.source_address, f.valid_to is null or f.valid_to > today.day as current
        from framework f, (select (wellmet_now() at time zone 'Europe/London')::date as day) today
        order by current desc, array_position(array['local', 'regional', 'national'], f.level), f.valid_from desc, f.key;
