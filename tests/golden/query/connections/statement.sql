select row_to_json("$")
from (
  select (
    select row_to_json("$")
    from (
      select 'ArticleConnection'::text as "__typename",
      coalesce(json_agg(t1."$1" order by t1."$n") filter (where t1."$n" <= $1::int), '[]'::json) as "edges",
      coalesce(json_agg(t1."$2" order by t1."$n") filter (where t1."$n" <= $1::int), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"__typename":' || coalesce(to_json('PageInfo'::text)::text, 'null'), '"hasNextPage":' || coalesce(to_json(count(*) > $1::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t1."$c") filter (where t1."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t1."$c" order by t1."$n" desc) filter (where t1."$n" <= $1::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
      (
        select count(*)
        from articles t3
      ) as "totalCount"
      from (
        select t2."$n",
        t2."$c",
        (
          select row_to_json("$")
          from (
            select 'ArticleEdge'::text as "__typename",
            t2."$c" as "cursor",
            (
              select row_to_json("$")
              from (
                select 'Article'::text as "__typename",
                'article_' || t2.id as "id"
              ) "$"
            ) as "node"
          ) "$"
        ) as "$1",
        (
          select row_to_json("$")
          from (
            select t2.published as "datePublished"
          ) "$"
        ) as "$2"
        from (
          select t2.*,
          row_number() over (order by coalesce(t2.published_start, '-infinity'::timestamptz) desc, t2.id desc) as "$n",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $2::text || json_build_array((coalesce(t2.published_start, '-infinity'::timestamptz))::text, (t2.id)::text)::text
            ) as c (p)
          ) as "$c"
          from articles t2
          order by coalesce(t2.published_start, '-infinity'::timestamptz) desc,
          t2.id desc
          limit $1::int + 1
        ) t2
      ) t1
      having true
    ) "$"
  ) as "articles",
  (
    select row_to_json("$")
    from (
      select coalesce(json_agg(t4."$0" order by t4."$n") filter (where t4."$n" <= $3::int), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $3::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t4."$c") filter (where t4."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t4."$c" order by t4."$n" desc) filter (where t4."$n" <= $3::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t5."$n",
        t5."$c",
        (
          select row_to_json("$")
          from (
            select 'article_' || t5.id as "id",
            t5.published as "datePublished"
          ) "$"
        ) as "$0"
        from (
          select t5.*,
          row_number() over (order by coalesce(t5.published_start, '-infinity'::timestamptz) desc, t5.id desc) as "$n",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $5::text || json_build_array((coalesce(t5.published_start, '-infinity'::timestamptz))::text, (t5.id)::text)::text
            ) as c (p)
          ) as "$c"
          from articles t5
          where (coalesce(t5.published_start, '-infinity'::timestamptz), t5.id) < ((($4::text[])[1])::timestamptz, (($4::text[])[2])::uuid)
          order by coalesce(t5.published_start, '-infinity'::timestamptz) desc,
          t5.id desc
          limit $3::int + 1
        ) t5
      ) t4
      having true
    ) "$"
  ) as "nextPage",
  (
    select row_to_json("$")
    from (
      select coalesce(json_agg(t6."$0" order by t6."$n") filter (where t6."$n" <= $6::int), '[]'::json) as "edges",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $6::int)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t7."$n",
        t7."$c",
        (
          select row_to_json("$")
          from (
            select t7."$c" as "cursor"
          ) "$"
        ) as "$0"
        from (
          select t7.*,
          row_number() over (order by t7.mention_count desc, t7.id desc) as "$n",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $7::text || json_build_array((t7.mention_count)::text, (t7.id)::text)::text
            ) as c (p)
          ) as "$c"
          from actors t7
          order by t7.mention_count desc,
          t7.id desc
          limit $6::int + 1
        ) t7
      ) t6
      having true
    ) "$"
  ) as "actors",
  (
    select row_to_json("$")
    from (
      select coalesce(json_agg(t8."$0" order by t8."$n") filter (where t8."$n" <= $8::int), '[]'::json) as "edges",
      (
        select count(*)
        from quotes t10
      ) as "totalCount"
      from (
        select t9."$n",
        t9."$c",
        (
          select row_to_json("$")
          from (
            select t9."$c" as "cursor",
            (
              select row_to_json("$")
              from (
                select 'quote_' || t9.id as "id"
              ) "$"
            ) as "node"
          ) "$"
        ) as "$0"
        from (
          select t9.*,
          row_number() over (order by t9.article_id, t9.span_start, t9.id) as "$n",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $9::text || json_build_array((t9.article_id)::text, (t9.span_start)::text, (t9.id)::text)::text
            ) as c (p)
          ) as "$c"
          from quotes t9
          order by t9.article_id,
          t9.span_start,
          t9.id
          limit $8::int + 1
        ) t9
      ) t8
      having true
    ) "$"
  ) as "quotes",
  (
    select row_to_json("$")
    from (
      select coalesce(json_agg(t11."$0" order by t11."$n") filter (where t11."$n" <= $10::int), '[]'::json) as "edges",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $10::int)::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t11."$c" order by t11."$n" desc) filter (where t11."$n" <= $10::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t12."$n",
        t12."$c",
        (
          select row_to_json("$")
          from (
            select (
              select row_to_json("$")
              from (
                select t12.name as "name"
              ) "$"
            ) as "node"
          ) "$"
        ) as "$0"
        from (
          select t12.*,
          row_number() over (order by coalesce(t12.start_at, '-infinity'::timestamptz) desc, t12.id desc) as "$n",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $11::text || json_build_array((coalesce(t12.start_at, '-infinity'::timestamptz))::text, (t12.id)::text)::text
            ) as c (p)
          ) as "$c"
          from events t12
          order by coalesce(t12.start_at, '-infinity'::timestamptz) desc,
          t12.id desc
          limit $10::int + 1
        ) t12
      ) t11
      having true
    ) "$"
  ) as "events",
  (
    select row_to_json("$")
    from (
      select coalesce(json_agg(t13."$0" order by t13."$n") filter (where t13."$n" <= $12::int), '[]'::json) as "edges",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $12::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t13."$c") filter (where t13."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t13."$c" order by t13."$n" desc) filter (where t13."$n" <= $12::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t14."$n",
        t14."$c",
        (
          select row_to_json("$")
          from (
            select 'SourceEdge'::text as "__typename",
            t14."$c" as "cursor",
            (
              select row_to_json("$")
              from (
                select t14.name as "name"
              ) "$"
            ) as "node"
          ) "$"
        ) as "$0"
        from (
          select t14.*,
          row_number() over (order by t14.name collate "C", t14.id) as "$n",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $13::text || json_build_array((t14.name collate "C")::text, (t14.id)::text)::text
            ) as c (p)
          ) as "$c"
          from sources t14
          order by t14.name collate "C",
          t14.id
          limit $12::int + 1
        ) t14
      ) t13
      having true
    ) "$"
  ) as "sources",
  (
    select row_to_json("$")
    from (
      select ('{' || array_to_string(array['"hasPreviousPage":' || coalesce(to_json(false)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t16."$n",
        t16."$c"
        from (
          select t16.*,
          row_number() over (order by t16.name collate "C", t16.id) as "$n",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $15::text || json_build_array((t16.name collate "C")::text, (t16.id)::text)::text
            ) as c (p)
          ) as "$c"
          from sources t16
          order by t16.name collate "C",
          t16.id
          limit $14::int + 1
        ) t16
      ) t15
      having true
    ) "$"
  ) as "onlyPlace",
  (
    select row_to_json("$")
    from (
      select ('{' || array_to_string(array['"__typename":' || coalesce(to_json('PageInfo'::text)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
      'SourceConnection'::text as "__typename"
      from (
        select t18."$n",
        t18."$c"
        from (
          select t18.*,
          row_number() over (order by t18.name collate "C", t18.id) as "$n",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $17::text || json_build_array((t18.name collate "C")::text, (t18.id)::text)::text
            ) as c (p)
          ) as "$c"
          from sources t18
          order by t18.name collate "C",
          t18.id
          limit $16::int + 1
        ) t18
      ) t17
      having true
    ) "$"
  ) as "onlyTypes",
  (
    select row_to_json("$")
    from (
      select 'SourceConnection'::text as "__typename",
      coalesce(json_agg(t19."$1" order by t19."$n") filter (where t19."$n" <= $18::int), '[]'::json) as "edges",
      coalesce(json_agg(t19."$2" order by t19."$n") filter (where t19."$n" <= $18::int), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $18::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t19."$c") filter (where t19."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t19."$c" order by t19."$n" desc) filter (where t19."$n" <= $18::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
      (
        select count(*)
        from sources t21
      ) as "totalCount"
      from (
        select t20."$n",
        t20."$c",
        (
          select row_to_json("$")
          from (
            select t20."$c" as "cursor"
          ) "$"
        ) as "$1",
        (
          select row_to_json("$")
          from (
            select 'source_' || t20.id as "id"
          ) "$"
        ) as "$2"
        from (
          select t20.*,
          row_number() over (order by t20.name collate "C", t20.id) as "$n",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $20::text || json_build_array((t20.name collate "C")::text, (t20.id)::text)::text
            ) as c (p)
          ) as "$c"
          from sources t20
          where (t20.name collate "C", t20.id) > ((($19::text[])[1])::text, (($19::text[])[2])::uuid)
          order by t20.name collate "C",
          t20.id
          limit $18::int + 1
        ) t20
      ) t19
      having true
    ) "$"
  ) as "empty"
) "$"
