select row_to_json("$")
from (
  select (
    select row_to_json("$")
    from (
      select (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select 'event_' || t1.id as "id",
          t1.name as "name",
          t1.start_date as "startDate"
          from (
            select t1.*
            from events t1
            order by coalesce(t1.start_at, '-infinity'::timestamptz) desc,
            t1.id desc
            limit $1::int
          ) t1
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "latest",
  (
    select row_to_json("$")
    from (
      select (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select 'event_' || t2.id as "id"
          from (
            select t2.*
            from events t2
            order by coalesce(t2.start_at, 'infinity'::timestamptz),
            t2.id
            limit $2::int
          ) t2
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "earliest",
  (
    select row_to_json("$")
    from (
      select (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select 'event_' || t3.id as "id",
          t3.source_count as "sourceCount"
          from (
            select t3.*
            from events t3
            order by t3.source_count desc,
            t3.id desc
            limit $3::int
          ) t3
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "mostTold"
) "$"
