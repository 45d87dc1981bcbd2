select row_to_json("$".*)
from (
  select (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
      from (
        select 'quote_' || t1.id as "id",
        row_to_json(t2.*) as "article"
        from (
          select t1.*,
          coalesce(t1.published_start, '-infinity'::timestamptz) as "$1",
          t1.id as "$2"
          from quotes t1
          order by coalesce(t1.published_start, '-infinity'::timestamptz) desc,
          t1.id desc
          limit 20
        ) t1 left
        join lateral (
          select t2.published as "datePublished"
          from articles t2
          where t2.id = t1.article_id
        ) t2 on true
        order by t1."$1" desc,
        t1."$2" desc
      ) "$"
    ) "$"
  ) as "newest",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
      from (
        select 'quote_' || t3.id as "id"
        from (
          select t3.*,
          coalesce(t3.published_start, 'infinity'::timestamptz) as "$1",
          t3.id as "$2"
          from quotes t3
          order by coalesce(t3.published_start, 'infinity'::timestamptz),
          t3.id
          limit 20
        ) t3
        order by t3."$1",
        t3."$2"
      ) "$"
    ) "$"
  ) as "oldest",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
      from (
        select 'quote_' || t4.id as "id",
        row_to_json(t5.*) as "article",
        row_to_json(t6.*) as "span"
        from (
          select t4.*,
          t4.article_id as "$1",
          t4.span_start as "$2",
          t4.span_end as "$3",
          t4.kind as "$4"
          from quotes t4
          order by t4.article_id,
          t4.span_start,
          t4.span_end,
          t4.kind
          limit 20
        ) t4 left
        join lateral (
          select 'article_' || t5.id as "id"
          from articles t5
          where t5.id = t4.article_id
        ) t5 on true cross
        join lateral (
          select t4.span_start as "start"
        ) t6
        order by t4."$1",
        t4."$2",
        t4."$3",
        t4."$4"
      ) "$"
    ) "$"
  ) as "inOrder"
) "$"
