select convert_to(concat('{"search":', (
  select concat('{"__typename":"SearchConnection","edges":[', string_agg(t1."$1", ',' order by t1."$n") filter (where t1."$n" <= 6), '],"pageInfo":{"hasNextPage":', (count(*) > 6)::text, '}}')
  from (
    select t2."$n",
    t2.rank,
    t2.kind,
    t2.id,
    concat('{"__typename":"SearchEdge","cursor":"', (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $2::text || json_build_array((t2.rank)::text, (t2.kind collate "C")::text, (t2.id)::text)::text
      ) as c (p)
    ), '","rank":', t2.rank, ',"excerpt":', (
      select concat('[', string_agg("$"."$", ','), ']')
      from (
        select concat('{"__typename":"ExcerptPart","text":', to_json(t7.part), ',"matched":', (t7.matched)::text, '}') as "$"
        from excerpt(case t2.kind when 'ARTICLE' then (
          select case when t3.headline ~ $3::text then t3.headline else left(t3.body, 524288) end
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
        ) end, $3::text) t7
      ) "$"
    ), ',"node":', case t2.kind when 'ARTICLE' then (
      select concat('{	"__typename":"Article","id":"article_', t8.id, '","headline":', coalesce(to_json(t8.headline), 'null'), '}')
      from articles t8
      where t8.id = t2.id
    ) when 'ACTOR' then (
      select concat('{	"__typename":"Actor","id":"actor_', t9.id, '","name":', to_json(t9.name), '}')
      from actors t9
      where t9.id = t2.id
    ) when 'QUOTE' then (
      select concat('{	"__typename":"Quote","id":"quote_', t10.id, '","text":', to_json(t10.exact), ',"speaker":', coalesce((
        select concat('{	"name":', to_json(t11.name), '}') as "$"
        from actors t11
        where t11.id = t10.speaker_id
      ), 'null'), '}')
      from quotes t10
      where t10.id = t2.id
    ) when 'EVENT' then (
      select concat('{	"__typename":"Event","id":"event_', t12.id, '","name":', to_json(t12.name), '}')
      from events t12
      where t12.id = t2.id
    ) end, '}') as "$1"
    from (
      select t13.*,
      row_number() over (order by t13.rank desc, t13.kind collate "C" desc, t13.id desc) as "$n"
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
), '}'), 'UTF8')
