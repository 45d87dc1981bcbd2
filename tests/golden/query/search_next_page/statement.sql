select convert_to(concat('{"search":', (
  select concat('{"nodes":[', string_agg(t1."$0", ',' order by t1."$n") filter (where t1."$n" <= 2), '],"pageInfo":{"hasNextPage":', (count(*) > 2)::text, ',"hasPreviousPage":true}}')
  from (
    select t2."$n",
    t2.rank,
    t2.kind,
    t2.id,
    concat(case t2.kind when 'ARTICLE' then (
      select concat('{	}')
      from articles t3
      where t3.id = t2.id
    ) when 'ACTOR' then (
      select concat('{	}')
      from actors t4
      where t4.id = t2.id
    ) when 'QUOTE' then (
      select concat('{	"text":', to_json(t5.exact), ',"article":', (
        select concat('{	"datePublished":', coalesce('"' || (t6.published) || '"', 'null'), '}') as "$"
        from articles t6
        where t6.id = t5.article_id
      ), '}')
      from quotes t5
      where t5.id = t2.id
    ) when 'EVENT' then (
      select concat('{	}')
      from events t7
      where t7.id = t2.id
    ) end) as "$0"
    from (
      select t8.*,
      row_number() over (order by t8.rank desc, t8.kind collate "C" desc, t8.id desc) as "$n"
      from (
        select *
        from (
          select 'ARTICLE'::text as kind,
          t9.id,
          (ts_rank(t9.words, $1::text::tsquery))::float8 as rank
          from (
            select t9.id,
            t9.words
            from articles t9
            where 'ARTICLE' = any($2::text[])
            and t9.words @@ $1::text::tsquery
            order by coalesce(t9.published_start, '-infinity'::timestamptz) desc,
            t9.id desc
            limit 10000
          ) t9 union all select 'ACTOR'::text as kind,
          t10.id,
          ((
            select max(ts_rank(f.words, $1::text::tsquery))
            from aliases f
            where f.actor_id = t10.id
            and f.words @@ $1::text::tsquery
          ))::float8 as rank
          from (
            select t10.id
            from actors t10
            where 'ACTOR' = any($2::text[])
            and t10.id in (
              select f.actor_id
              from aliases f
              where f.words @@ $1::text::tsquery
            )
            order by t10.mention_count desc,
            t10.id desc
            limit 10000
          ) t10 union all select 'QUOTE'::text as kind,
          t11.id,
          (ts_rank(t11.words, $1::text::tsquery))::float8 as rank
          from (
            select t11.id,
            t11.words
            from quotes t11
            where 'QUOTE' = any($2::text[])
            and t11.words @@ $1::text::tsquery
            order by coalesce(t11.published_start, '-infinity'::timestamptz) desc,
            t11.id desc
            limit 10000
          ) t11 union all select 'EVENT'::text as kind,
          t12.id,
          (ts_rank(t12.words, $1::text::tsquery))::float8 as rank
          from (
            select t12.id,
            t12.words
            from events t12
            where 'EVENT' = any($2::text[])
            and t12.words @@ $1::text::tsquery
            order by coalesce(t12.start_at, '-infinity'::timestamptz) desc,
            t12.id desc
            limit 10000
          ) t12
        ) t8
        where (t8.rank, t8.kind collate "C", t8.id) < ((($3::text[])[1])::float8, (($3::text[])[2])::text, (($3::text[])[3])::uuid)
        order by t8.rank desc,
        t8.kind collate "C" desc,
        t8.id desc
        limit 3
      ) t8
    ) t2
  ) t1
  having true
), '}'), 'UTF8')
