select row_to_json("$".*)
from (
  select (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
      from (
        select 'actor_' || t1.id as "id",
        t1.name as "name",
        t1.mention_count as "mentionCount"
        from (
          select t1.*,
          t1.mention_count as "$1",
          t1.id as "$2"
          from actors t1
          order by t1.mention_count desc,
          t1.id desc
          limit 20
        ) t1
        order by t1."$1" desc,
        t1."$2" desc
      ) "$"
    ) "$"
  ) as "mostMentioned",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
      from (
        select 'actor_' || t2.id as "id",
        t2.name as "name",
        t2.quote_count as "quoteCount"
        from (
          select t2.*,
          t2.quote_count as "$1",
          t2.id as "$2"
          from actors t2
          order by t2.quote_count desc,
          t2.id desc
          limit 5
        ) t2
        order by t2."$1" desc,
        t2."$2" desc
      ) "$"
    ) "$"
  ) as "mostQuoted",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
      from (
        select 'actor_' || t3.id as "id",
        t3.name as "name"
        from (
          select t3.*,
          t3.name_folded as "$1",
          t3.id as "$2"
          from actors t3
          order by t3.name_folded,
          t3.id
          limit 20
        ) t3
        order by t3."$1",
        t3."$2"
      ) "$"
    ) "$"
  ) as "byName"
) "$"
