select row_to_json("$".*)
from (
  select (
    select row_to_json("$".*)
    from (
      select 'SearchConnection'::text as "__typename",
      coalesce(json_agg(t1."$1" order by t1."$n") filter (where t1."$n" <= 6), '[]'::json) as "edges",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 6)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t2."$n",
        t2."$c",
        (
          select row_to_json("$".*)
          from (
            select 'SearchEdge'::text as "__typename",
            t2."$c" as "cursor",
            t2.rank as "rank",
            (
              select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
              from (
                select 'ExcerptPart'::text as "__typename",
                t7.part as "text",
                t7.matched as "matched"
                from excerpt(case t2.kind when 'ARTICLE' then (
                  select case when t3.headline ~ $2::text then t3.headline else left(t3.body, 524288) end
                  from articles t3
                  where t3.id = t2.id
                ) when 'ACTOR' then (
                  select (
                    select f.name
                    from aliases f
                    where f.actor_id = t4.id
                    and f.words @@ $1::text::tsquery
                    order by ts_rank(f.words, $1::text::tsquery) desc,
                    f.mention_count desc,
                    f.name
                    limit 1
                  )
                  from actors t4
                  where t4.id = t2.id
                ) when 'QUOTE' then (
                  select t5.exact
                  from quotes t5
                  where t5.id = t2.id
                ) when 'EVENT' then (
                  select t6.name
                  from events t6
                  where t6.id = t2.id
                ) end, $2::text) t7
              ) "$"
            ) as "excerpt",
            case t2.kind when 'ARTICLE' then (
              select row_to_json("$".*)
              from (
                select 'Article'::text as "__typename",
                'article_' || t8.id as "id",
                t8.headline as "headline"
                from articles t8
                where t8.id = t2.id
              ) "$"
            ) when 'ACTOR' then (
              select row_to_json("$".*)
              from (
                select 'Actor'::text as "__typename",
                'actor_' || t9.id as "id",
                t9.name as "name"
                from actors t9
                where t9.id = t2.id
              ) "$"
            ) when 'QUOTE' then (
              select row_to_json("$".*)
              from (
                select 'Quote'::text as "__typename",
                'quote_' || t10.id as "id",
                t10.exact as "text",
                (
                  select row_to_json("$".*)
                  from (
                    select t11.name as "name"
                    from actors t11
                    where t11.id = t10.speaker_id
                  ) "$"
                ) as "speaker"
                from quotes t10
                where t10.id = t2.id
              ) "$"
            ) when 'EVENT' then (
              select row_to_json("$".*)
              from (
                select 'Event'::text as "__typename",
                'event_' || t12.id as "id",
                t12.name as "name"
                from events t12
                where t12.id = t2.id
              ) "$"
            ) end as "node"
          ) "$"
        ) as "$1"
        from (
          select t13.*,
          row_number() over (order by t13.rank desc, t13.kind collate "C" desc, t13.id desc) as "$n",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $3::text || json_build_array((t13.rank)::text, (t13.kind collate "C")::text, (t13.id)::text)::text
            ) as c (p)
          ) as "$c"
          from (
            select *
            from (
              select 'ARTICLE'::text as kind,
              t14.id,
              (ts_rank(t14.words, $1::text::tsquery))::float8 as rank
              from (
                select t14.id,
                t14.words
                from articles t14
                where 'ARTICLE' = any($4::text[])
                and t14.words @@ $1::text::tsquery
                order by coalesce(t14.published_start, '-infinity'::timestamptz) desc,
                t14.id desc
                limit 10000
              ) t14 union all select 'ACTOR'::text as kind,
              t15.id,
              ((
                select max(ts_rank(f.words, $1::text::tsquery))
                from aliases f
                where f.actor_id = t15.id
                and f.words @@ $1::text::tsquery
              ))::float8 as rank
              from (
                select t15.id
                from actors t15
                where 'ACTOR' = any($4::text[])
                and t15.id in (
                  select f.actor_id
                  from aliases f
                  where f.words @@ $1::text::tsquery
                )
                order by t15.mention_count desc,
                t15.id desc
                limit 10000
              ) t15 union all select 'QUOTE'::text as kind,
              t16.id,
              (ts_rank(t16.words, $1::text::tsquery))::float8 as rank
              from (
                select t16.id,
                t16.words
                from quotes t16
                where 'QUOTE' = any($4::text[])
                and t16.words @@ $1::text::tsquery
                order by coalesce(t16.published_start, '-infinity'::timestamptz) desc,
                t16.id desc
                limit 10000
              ) t16 union all select 'EVENT'::text as kind,
              t17.id,
              (ts_rank(t17.words, $1::text::tsquery))::float8 as rank
              from (
                select t17.id,
                t17.words
                from events t17
                where 'EVENT' = any($4::text[])
                and t17.words @@ $1::text::tsquery
                order by coalesce(t17.start_at, '-infinity'::timestamptz) desc,
                t17.id desc
                limit 10000
              ) t17
            ) t13
            order by t13.rank desc,
            t13.kind collate "C" desc,
            t13.id desc
            limit 7
          ) t13
        ) t2
      ) t1
      having true
    ) "$"
  ) as "search"
) "$"
