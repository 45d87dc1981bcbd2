select row_to_json("$".*)
from (
  select (
    select row_to_json("$".*)
    from (
      select t1.name as "name",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t2."$o0" order by t2."$n") filter (where t2."$n" <= 1), '[]'::json) as "nodes",
          (
            select count(*)
            from quotes t7
            where t7.speaker_id = t1.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 1)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t3."$n",
            t3."$1",
            t3."$2",
            row_to_json(t6.*) as "$o0"
            from (
              select t3.*,
              coalesce(t3.published_start, '-infinity'::timestamptz) as "$1",
              t3.id as "$2",
              row_number() over (order by coalesce(t3.published_start, '-infinity'::timestamptz) desc, t3.id desc) as "$n"
              from quotes t3
              where t3.speaker_id = t1.id
              order by coalesce(t3.published_start, '-infinity'::timestamptz) desc,
              t3.id desc
              limit 2
            ) t3 left
            join lateral (
              select 'article_' || t4.id as "id",
              t4.headline as "headline",
              t4.language as "language",
              row_to_json(t5.*) as "source"
              from articles t4 left
              join lateral (
                select t5.name as "name"
                from sources t5
                where t5.id = t4.source_id
              ) t5 on true
              where t4.id = t3.article_id
            ) t4 on true cross
            join lateral (
              select t3.exact as "text",
              t3.kind as "quoteKind",
              row_to_json(t4.*) as "article"
            ) t6
          ) t2
          having true
        ) "$"
      ) as "quotes",
      t1.kind as "kind",
      t1.article_count as "articleCount",
      t1.quote_count as "quoteCount",
      t1.name as "a",
      (
        select coalesce(json_agg(i.url order by i.url), '[]')
        from identifiers i
        where i.actor_id = t1.id
      ) as "sameAs"
      from actors t1
      where t1.id = $1::uuid
    ) "$"
  ) as "actor",
  'Query'::text as "__typename",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
      from (
        select t8.name as "name"
        from (
          select t8.*,
          t8.name collate "C" as "$1",
          t8.id as "$2"
          from sources t8
          order by t8.name collate "C",
          t8.id
          limit 1
        ) t8
        order by t8."$1",
        t8."$2"
      ) "$"
    ) "$"
  ) as "sources"
) "$"
