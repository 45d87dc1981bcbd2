select row_to_json("$".*)
from (
  select (
    select row_to_json("$".*)
    from (
      select 'ArticleConnection'::text as "__typename",
      coalesce(json_agg(t1."$o1" order by t1."$n") filter (where t1."$n" <= 3), '[]'::json) as "edges",
      coalesce(json_agg(t1."$o2" order by t1."$n") filter (where t1."$n" <= 3), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"__typename":' || coalesce(to_json('PageInfo'::text)::text, 'null'), '"hasNextPage":' || coalesce(to_json(count(*) > 3)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $2::text || json_build_array(((array_agg(t1."$1" order by t1."$n") filter (where t1."$n" <= 3))[1])::text, ((array_agg(t1."$2" order by t1."$n") filter (where t1."$n" <= 3))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $3::text || json_build_array(((array_agg(t1."$1" order by t1."$n" desc) filter (where t1."$n" <= 3))[1])::text, ((array_agg(t1."$2" order by t1."$n" desc) filter (where t1."$n" <= 3))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
      (
        select count(*)
        from articles t6
      ) as "totalCount"
      from (
        select t2."$n",
        t2."$1",
        t2."$2",
        row_to_json(t4.*) as "$o1",
        row_to_json(t5.*) as "$o2"
        from (
          select t2.*,
          coalesce(t2.published_start, '-infinity'::timestamptz) as "$1",
          t2.id as "$2",
          row_number() over (order by coalesce(t2.published_start, '-infinity'::timestamptz) desc, t2.id desc) as "$n"
          from articles t2
          order by coalesce(t2.published_start, '-infinity'::timestamptz) desc,
          t2.id desc
          limit 4
        ) t2 cross
        join lateral (
          select 'Article'::text as "__typename",
          'article_' || t2.id as "id"
        ) t3 cross
        join lateral (
          select 'ArticleEdge'::text as "__typename",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $1::text || json_build_array((t2."$1")::text, (t2."$2")::text)::text
            ) as c (p)
          ) as "cursor",
          row_to_json(t3.*) as "node"
        ) t4 cross
        join lateral (
          select t2.published as "datePublished"
        ) t5
      ) t1
      having true
    ) "$"
  ) as "articles",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(t7."$o0" order by t7."$n") filter (where t7."$n" <= 3), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 3)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $4::text || json_build_array(((array_agg(t7."$1" order by t7."$n") filter (where t7."$n" <= 3))[1])::text, ((array_agg(t7."$2" order by t7."$n") filter (where t7."$n" <= 3))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $5::text || json_build_array(((array_agg(t7."$1" order by t7."$n" desc) filter (where t7."$n" <= 3))[1])::text, ((array_agg(t7."$2" order by t7."$n" desc) filter (where t7."$n" <= 3))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t8."$n",
        t8."$1",
        t8."$2",
        row_to_json(t9.*) as "$o0"
        from (
          select t8.*,
          coalesce(t8.published_start, '-infinity'::timestamptz) as "$1",
          t8.id as "$2",
          row_number() over (order by coalesce(t8.published_start, '-infinity'::timestamptz) desc, t8.id desc) as "$n"
          from articles t8
          where (coalesce(t8.published_start, '-infinity'::timestamptz), t8.id) < ((($6::text[])[1])::timestamptz, (($6::text[])[2])::uuid)
          order by coalesce(t8.published_start, '-infinity'::timestamptz) desc,
          t8.id desc
          limit 4
        ) t8 cross
        join lateral (
          select 'article_' || t8.id as "id",
          t8.published as "datePublished"
        ) t9
      ) t7
      having true
    ) "$"
  ) as "nextPage",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(t10."$o0" order by t10."$n") filter (where t10."$n" <= 1), '[]'::json) as "edges",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 1)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t11."$n",
        t11."$1",
        t11."$2",
        row_to_json(t12.*) as "$o0"
        from (
          select t11.*,
          t11.mention_count as "$1",
          t11.id as "$2",
          row_number() over (order by t11.mention_count desc, t11.id desc) as "$n"
          from actors t11
          order by t11.mention_count desc,
          t11.id desc
          limit 2
        ) t11 cross
        join lateral (
          select (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $7::text || json_build_array((t11."$1")::text, (t11."$2")::text)::text
            ) as c (p)
          ) as "cursor"
        ) t12
      ) t10
      having true
    ) "$"
  ) as "actors",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(t13."$o0" order by t13."$n") filter (where t13."$n" <= 1), '[]'::json) as "edges",
      (
        select count(*)
        from quotes t17
      ) as "totalCount"
      from (
        select t14."$n",
        t14."$1",
        t14."$2",
        t14."$3",
        t14."$4",
        row_to_json(t16.*) as "$o0"
        from (
          select t14.*,
          t14.article_id as "$1",
          t14.span_start as "$2",
          t14.span_end as "$3",
          t14.kind as "$4",
          row_number() over (order by t14.article_id, t14.span_start, t14.span_end, t14.kind) as "$n"
          from quotes t14
          order by t14.article_id,
          t14.span_start,
          t14.span_end,
          t14.kind
          limit 2
        ) t14 cross
        join lateral (
          select 'quote_' || t14.id as "id"
        ) t15 cross
        join lateral (
          select (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $8::text || json_build_array((t14."$1")::text, (t14."$2")::text, (t14."$3")::text, (t14."$4")::text)::text
            ) as c (p)
          ) as "cursor",
          row_to_json(t15.*) as "node"
        ) t16
      ) t13
      having true
    ) "$"
  ) as "quotes",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(t18."$o0" order by t18."$n") filter (where t18."$n" <= 100), '[]'::json) as "edges",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 100)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $9::text || json_build_array(((array_agg(t18."$1" order by t18."$n" desc) filter (where t18."$n" <= 100))[1])::text, ((array_agg(t18."$2" order by t18."$n" desc) filter (where t18."$n" <= 100))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t19."$n",
        t19."$1",
        t19."$2",
        row_to_json(t21.*) as "$o0"
        from (
          select t19.*,
          coalesce(t19.start_at, '-infinity'::timestamptz) as "$1",
          t19.id as "$2",
          row_number() over (order by coalesce(t19.start_at, '-infinity'::timestamptz) desc, t19.id desc) as "$n"
          from events t19
          order by coalesce(t19.start_at, '-infinity'::timestamptz) desc,
          t19.id desc
          limit 101
        ) t19 cross
        join lateral (
          select t19.name as "name"
        ) t20 cross
        join lateral (
          select row_to_json(t20.*) as "node"
        ) t21
      ) t18
      having true
    ) "$"
  ) as "events",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(t22."$o0" order by t22."$n") filter (where t22."$n" <= 2), '[]'::json) as "edges",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 2)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $11::text || json_build_array(((array_agg(t22."$1" order by t22."$n") filter (where t22."$n" <= 2))[1])::text, ((array_agg(t22."$2" order by t22."$n") filter (where t22."$n" <= 2))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $12::text || json_build_array(((array_agg(t22."$1" order by t22."$n" desc) filter (where t22."$n" <= 2))[1])::text, ((array_agg(t22."$2" order by t22."$n" desc) filter (where t22."$n" <= 2))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t23."$n",
        t23."$1",
        t23."$2",
        row_to_json(t25.*) as "$o0"
        from (
          select t23.*,
          t23.name collate "C" as "$1",
          t23.id as "$2",
          row_number() over (order by t23.name collate "C", t23.id) as "$n"
          from sources t23
          order by t23.name collate "C",
          t23.id
          limit 3
        ) t23 cross
        join lateral (
          select t23.name as "name"
        ) t24 cross
        join lateral (
          select 'SourceEdge'::text as "__typename",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $10::text || json_build_array((t23."$1")::text, (t23."$2")::text)::text
            ) as c (p)
          ) as "cursor",
          row_to_json(t24.*) as "node"
        ) t25
      ) t22
      having true
    ) "$"
  ) as "sources",
  (
    select row_to_json("$".*)
    from (
      select ('{' || array_to_string(array['"hasPreviousPage":' || coalesce(to_json(false)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t27."$n",
        t27."$1",
        t27."$2"
        from (
          select t27.*,
          t27.name collate "C" as "$1",
          t27.id as "$2",
          row_number() over (order by t27.name collate "C", t27.id) as "$n"
          from sources t27
          order by t27.name collate "C",
          t27.id
          limit 21
        ) t27
      ) t26
      having true
    ) "$"
  ) as "onlyPlace",
  (
    select row_to_json("$".*)
    from (
      select ('{' || array_to_string(array['"__typename":' || coalesce(to_json('PageInfo'::text)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
      'SourceConnection'::text as "__typename"
      from (
        select t29."$n",
        t29."$1",
        t29."$2"
        from (
          select t29.*,
          t29.name collate "C" as "$1",
          t29.id as "$2",
          row_number() over (order by t29.name collate "C", t29.id) as "$n"
          from sources t29
          order by t29.name collate "C",
          t29.id
          limit 21
        ) t29
      ) t28
      having true
    ) "$"
  ) as "onlyTypes",
  (
    select row_to_json("$".*)
    from (
      select 'SourceConnection'::text as "__typename",
      coalesce(json_agg(t30."$o1" order by t30."$n") filter (where t30."$n" <= 1), '[]'::json) as "edges",
      coalesce(json_agg(t30."$o2" order by t30."$n") filter (where t30."$n" <= 1), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 1)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $14::text || json_build_array(((array_agg(t30."$1" order by t30."$n") filter (where t30."$n" <= 1))[1])::text, ((array_agg(t30."$2" order by t30."$n") filter (where t30."$n" <= 1))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $15::text || json_build_array(((array_agg(t30."$1" order by t30."$n" desc) filter (where t30."$n" <= 1))[1])::text, ((array_agg(t30."$2" order by t30."$n" desc) filter (where t30."$n" <= 1))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
      (
        select count(*)
        from sources t34
      ) as "totalCount"
      from (
        select t31."$n",
        t31."$1",
        t31."$2",
        row_to_json(t32.*) as "$o1",
        row_to_json(t33.*) as "$o2"
        from (
          select t31.*,
          t31.name collate "C" as "$1",
          t31.id as "$2",
          row_number() over (order by t31.name collate "C", t31.id) as "$n"
          from sources t31
          where (t31.name collate "C", t31.id) > ((($16::text[])[1])::text, (($16::text[])[2])::uuid)
          order by t31.name collate "C",
          t31.id
          limit 2
        ) t31 cross
        join lateral (
          select (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $13::text || json_build_array((t31."$1")::text, (t31."$2")::text)::text
            ) as c (p)
          ) as "cursor"
        ) t32 cross
        join lateral (
          select 'source_' || t31.id as "id"
        ) t33
      ) t30
      having true
    ) "$"
  ) as "empty"
) "$"
