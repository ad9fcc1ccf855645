-- GET /api/v1/sources/parked

select "id" from "source" where "id" = $1;

select n::int as n from parked_counts() where source_id = $1;

select "id", "position", "reason", "parked_at" from "parked_record" where "source_id" = $1 and "state" = $2 order by "parked_at" desc, "id" limit $3;
