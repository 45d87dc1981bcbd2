select row_to_json("$")
from (
  select (
    select row_to_json("$")
    from (
      select (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select 'article_' || t1.id as "id",
          t1.published as "datePublished",
          to_char(t1.stored_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dateStored"
          from (
            select t1.*
            from articles t1
            order by coalesce(t1.published_start, '-infinity'::timestamptz) desc,
            t1.id desc
            limit $1::int
          ) t1
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "newest",
  (
    select row_to_json("$")
    from (
      select (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select 'article_' || t2.id as "id"
          from (
            select t2.*
            from articles t2
            order by coalesce(t2.published_start, '-infinity'::timestamptz) desc,
            t2.id desc
            limit $2::int
          ) t2
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "byDefault",
  (
    select row_to_json("$")
    from (
      select (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select 'article_' || t3.id as "id",
          t3.published as "datePublished",
          to_char(t3.stored_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dateStored"
          from (
            select t3.*
            from articles t3
            order by coalesce(t3.published_start, 'infinity'::timestamptz),
            t3.id
            limit $3::int
          ) t3
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "oldest",
  (
    select row_to_json("$")
    from (
      select (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select 'article_' || t4.id as "id",
          t4.published as "datePublished",
          to_char(t4.stored_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dateStored"
          from (
            select t4.*
            from articles t4
            order by t4.stored_at desc,
            t4.id desc
            limit $4::int
          ) t4
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "lastStored",
  (
    select row_to_json("$")
    from (
      select (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select 'article_' || t5.id as "id",
          t5.published as "datePublished",
          to_char(t5.stored_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dateStored"
          from (
            select t5.*
            from articles t5
            order by t5.stored_at,
            t5.id
            limit $5::int
          ) t5
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "firstStored"
) "$"
