select row_to_json("$")
from (
  select (
    select row_to_json("$")
    from (
      select t1.name as "name",
      (
        select row_to_json("$")
        from (
          select coalesce(json_agg(t2."$0" order by t2."$n") filter (where t2."$n" <= $2::int), '[]'::json) as "nodes",
          (
            select count(*)
            from quotes t6
            where t6.speaker_id = t1.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $2::int)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t3."$n",
            t3."$c",
            (
              select row_to_json("$")
              from (
                select t3.exact as "text",
                t3.kind as "quoteKind",
                (
                  select row_to_json("$")
                  from (
                    select 'article_' || t4.id as "id",
                    t4.headline as "headline",
                    t4.language as "language",
                    (
                      select row_to_json("$")
                      from (
                        select t5.name as "name"
                        from sources t5
                        where t5.id = t4.source_id
                      ) "$"
                    ) as "source"
                    from articles t4
                    where t4.id = t3.article_id
                  ) "$"
                ) as "article"
              ) "$"
            ) as "$0"
            from (
              select t3.*,
              row_number() over (order by coalesce(t3.published_start, '-infinity'::timestamptz) desc, t3.id desc) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $3::text || json_build_array((coalesce(t3.published_start, '-infinity'::timestamptz))::text, (t3.id)::text)::text
                ) as c (p)
              ) as "$c"
              from quotes t3
              where t3.speaker_id = t1.id
              order by coalesce(t3.published_start, '-infinity'::timestamptz) desc,
              t3.id desc
              limit $2::int + 1
            ) t3
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
    select row_to_json("$")
    from (
      select (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t7.name as "name"
          from (
            select t7.*
            from sources t7
            order by t7.name collate "C",
            t7.id
            limit $4::int
          ) t7
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "sources"
) "$"
