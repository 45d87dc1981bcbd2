select row_to_json("$".*)
from (
  select 'Query'::text as "__typename",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
      from (
        select t1.name as "name"
        from (
          select t1.*,
          t1.name collate "C" as "$1",
          t1.id as "$2"
          from sources t1
          order by t1.name collate "C",
          t1.id
          limit 1
        ) t1
        order by t1."$1",
        t1."$2"
      ) "$"
    ) "$"
  ) as "sources",
  (
    select row_to_json("$".*)
    from (
      select (
        select count(*)
        from events t2
      ) as "totalCount"
    ) "$"
  ) as "events",
  (
    select row_to_json("$".*)
    from (
      select (
        select count(*)
        from actors t3
      ) as "totalCount"
    ) "$"
  ) as "last"
) "$"
