select row_to_json("$")
from (
  select (
    select row_to_json("$")
    from (
      select (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select 'quote_' || t1.id as "id",
          (
            select row_to_json("$")
            from (
              select t2.published as "datePublished"
              from articles t2
              where t2.id = t1.article_id
            ) "$"
          ) as "article"
          from (
            select t1.*
            from quotes t1
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
          select 'quote_' || t3.id as "id"
          from (
            select t3.*
            from quotes t3
            order by coalesce(t3.published_start, 'infinity'::timestamptz),
            t3.id
            limit $2::int
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
          select 'quote_' || t4.id as "id",
          (
            select row_to_json("$")
            from (
              select 'article_' || t5.id as "id"
              from articles t5
              where t5.id = t4.article_id
            ) "$"
          ) as "article",
          (
            select row_to_json("$")
            from (
              select t4.span_start as "start"
            ) "$"
          ) as "span"
          from (
            select t4.*
            from quotes t4
            order by t4.article_id,
            t4.span_start,
            t4.id
            limit $3::int
          ) t4
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "inOrder"
) "$"
