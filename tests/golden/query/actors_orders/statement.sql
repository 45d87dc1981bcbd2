select row_to_json("$")
from (
  select (
    select row_to_json("$")
    from (
      select (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select 'actor_' || t1.id as "id",
          t1.name as "name",
          t1.mention_count as "mentionCount"
          from (
            select t1.*
            from actors t1
            order by t1.mention_count desc,
            t1.id desc
            limit $1::int
          ) t1
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "mostMentioned",
  (
    select row_to_json("$")
    from (
      select (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select 'actor_' || t2.id as "id",
          t2.name as "name",
          t2.quote_count as "quoteCount"
          from (
            select t2.*
            from actors t2
            order by t2.quote_count desc,
            t2.id desc
            limit $2::int
          ) t2
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "mostQuoted",
  (
    select row_to_json("$")
    from (
      select (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select 'actor_' || t3.id as "id",
          t3.name as "name"
          from (
            select t3.*
            from actors t3
            order by t3.name_folded,
            t3.id
            limit $3::int
          ) t3
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "byName"
) "$"
