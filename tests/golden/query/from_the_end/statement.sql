select row_to_json("$".*)
from (
  select (
    select row_to_json("$".*)
    from (
      select 'ArticleConnection'::text as "__typename",
      coalesce(json_agg(t1."$o1" order by t1."$n" desc) filter (where t1."$n" <= 2), '[]'::json) as "edges",
      coalesce(json_agg(t1."$o2" order by t1."$n" desc) filter (where t1."$n" <= 2), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"__typename":' || coalesce(to_json('PageInfo'::text)::text, 'null'), '"hasNextPage":' || coalesce(to_json(false)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(count(*) > 2)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $2::text || json_build_array(((array_agg(t1."$1" order by t1."$n" desc) filter (where t1."$n" <= 2))[1])::text, ((array_agg(t1."$2" order by t1."$n" desc) filter (where t1."$n" <= 2))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $3::text || json_build_array(((array_agg(t1."$1" order by t1."$n") filter (where t1."$n" <= 2))[1])::text, ((array_agg(t1."$2" order by t1."$n") filter (where t1."$n" <= 2))[1])::text)::text
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
          row_number() over (order by coalesce(t2.published_start, '-infinity'::timestamptz), t2.id) as "$n"
          from articles t2
          order by coalesce(t2.published_start, '-infinity'::timestamptz),
          t2.id
          limit 3
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
      select coalesce(json_agg(t7."$o0" order by t7."$n") filter (where t7."$n" <= 20), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(true)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $4::text || json_build_array(((array_agg(t7."$1" order by t7."$n") filter (where t7."$n" <= 20))[1])::text, ((array_agg(t7."$2" order by t7."$n") filter (where t7."$n" <= 20))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $5::text || json_build_array(((array_agg(t7."$1" order by t7."$n" desc) filter (where t7."$n" <= 20))[1])::text, ((array_agg(t7."$2" order by t7."$n" desc) filter (where t7."$n" <= 20))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
      (
        select count(*)
        from articles t10
      ) as "totalCount"
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
          and (coalesce(t8.published_start, '-infinity'::timestamptz), t8.id) > ((($7::text[])[1])::timestamptz, (($7::text[])[2])::uuid)
          order by coalesce(t8.published_start, '-infinity'::timestamptz) desc,
          t8.id desc
          limit 21
        ) t8 cross
        join lateral (
          select 'article_' || t8.id as "id",
          t8.published as "datePublished"
        ) t9
      ) t7
      having true
    ) "$"
  ) as "between",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(t11."$o0" order by t11."$n") filter (where t11."$n" <= 1), '[]'::json) as "edges",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(true)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $9::text || json_build_array(((array_agg(t11."$1" order by t11."$n") filter (where t11."$n" <= 1))[1])::text, ((array_agg(t11."$2" order by t11."$n") filter (where t11."$n" <= 1))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $10::text || json_build_array(((array_agg(t11."$1" order by t11."$n" desc) filter (where t11."$n" <= 1))[1])::text, ((array_agg(t11."$2" order by t11."$n" desc) filter (where t11."$n" <= 1))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t12."$n",
        t12."$1",
        t12."$2",
        row_to_json(t13.*) as "$o0"
        from (
          select t12.*,
          coalesce(t12.published_start, '-infinity'::timestamptz) as "$1",
          t12.id as "$2",
          row_number() over (order by coalesce(t12.published_start, '-infinity'::timestamptz) desc, t12.id desc) as "$n"
          from articles t12
          where (coalesce(t12.published_start, '-infinity'::timestamptz), t12.id) < ((($11::text[])[1])::timestamptz, (($11::text[])[2])::uuid)
          and (coalesce(t12.published_start, '-infinity'::timestamptz), t12.id) > ((($12::text[])[1])::timestamptz, (($12::text[])[2])::uuid)
          order by coalesce(t12.published_start, '-infinity'::timestamptz) desc,
          t12.id desc
          limit 2
        ) t12 cross
        join lateral (
          select (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $8::text || json_build_array((t12."$1")::text, (t12."$2")::text)::text
            ) as c (p)
          ) as "cursor"
        ) t13
      ) t11
      having true
    ) "$"
  ) as "firstBetween",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(t14."$o0" order by t14."$n" desc) filter (where t14."$n" <= 1), '[]'::json) as "edges",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(true)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $14::text || json_build_array(((array_agg(t14."$1" order by t14."$n" desc) filter (where t14."$n" <= 1))[1])::text, ((array_agg(t14."$2" order by t14."$n" desc) filter (where t14."$n" <= 1))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $15::text || json_build_array(((array_agg(t14."$1" order by t14."$n") filter (where t14."$n" <= 1))[1])::text, ((array_agg(t14."$2" order by t14."$n") filter (where t14."$n" <= 1))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t15."$n",
        t15."$1",
        t15."$2",
        row_to_json(t16.*) as "$o0"
        from (
          select t15.*,
          coalesce(t15.published_start, '-infinity'::timestamptz) as "$1",
          t15.id as "$2",
          row_number() over (order by coalesce(t15.published_start, '-infinity'::timestamptz), t15.id) as "$n"
          from articles t15
          where (coalesce(t15.published_start, '-infinity'::timestamptz), t15.id) < ((($16::text[])[1])::timestamptz, (($16::text[])[2])::uuid)
          and (coalesce(t15.published_start, '-infinity'::timestamptz), t15.id) > ((($17::text[])[1])::timestamptz, (($17::text[])[2])::uuid)
          order by coalesce(t15.published_start, '-infinity'::timestamptz),
          t15.id
          limit 2
        ) t15 cross
        join lateral (
          select (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $13::text || json_build_array((t15."$1")::text, (t15."$2")::text)::text
            ) as c (p)
          ) as "cursor"
        ) t16
      ) t14
      having true
    ) "$"
  ) as "lastBetween",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(t17."$o0" order by t17."$n") filter (where t17."$n" <= 2), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(true)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $18::text || json_build_array(((array_agg(t17."$1" order by t17."$n") filter (where t17."$n" <= 2))[1])::text, ((array_agg(t17."$2" order by t17."$n") filter (where t17."$n" <= 2))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $19::text || json_build_array(((array_agg(t17."$1" order by t17."$n" desc) filter (where t17."$n" <= 2))[1])::text, ((array_agg(t17."$2" order by t17."$n" desc) filter (where t17."$n" <= 2))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t18."$n",
        t18."$1",
        t18."$2",
        row_to_json(t19.*) as "$o0"
        from (
          select t18.*,
          coalesce(t18.published_start, '-infinity'::timestamptz) as "$1",
          t18.id as "$2",
          row_number() over (order by coalesce(t18.published_start, '-infinity'::timestamptz) desc, t18.id desc) as "$n"
          from articles t18
          where (coalesce(t18.published_start, '-infinity'::timestamptz), t18.id) > ((($20::text[])[1])::timestamptz, (($20::text[])[2])::uuid)
          order by coalesce(t18.published_start, '-infinity'::timestamptz) desc,
          t18.id desc
          limit 3
        ) t18 cross
        join lateral (
          select 'article_' || t18.id as "id"
        ) t19
      ) t17
      having true
    ) "$"
  ) as "firstBefore",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
      from (
        select 'article_' || t20.id as "id"
        from (
          select t20.*,
          coalesce(t20.published_start, '-infinity'::timestamptz) as "$1",
          t20.id as "$2"
          from articles t20
          where (coalesce(t20.published_start, '-infinity'::timestamptz), t20.id) < ((($21::text[])[1])::timestamptz, (($21::text[])[2])::uuid)
          order by coalesce(t20.published_start, '-infinity'::timestamptz),
          t20.id
          limit 2
        ) t20
        order by t20."$1" desc,
        t20."$2" desc
      ) "$"
    ) "$"
  ) as "lastAfter",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(t21."$o0" order by t21."$n" desc) filter (where t21."$n" <= 1), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(false)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(count(*) > 1)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $22::text || json_build_array(((array_agg(t21."$1" order by t21."$n" desc) filter (where t21."$n" <= 1))[1])::text, ((array_agg(t21."$2" order by t21."$n" desc) filter (where t21."$n" <= 1))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $23::text || json_build_array(((array_agg(t21."$1" order by t21."$n") filter (where t21."$n" <= 1))[1])::text, ((array_agg(t21."$2" order by t21."$n") filter (where t21."$n" <= 1))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t22."$n",
        t22."$1",
        t22."$2",
        row_to_json(t23.*) as "$o0"
        from (
          select t22.*,
          coalesce(t22.published_start, '-infinity'::timestamptz) as "$1",
          t22.id as "$2",
          row_number() over (order by coalesce(t22.published_start, '-infinity'::timestamptz), t22.id) as "$n"
          from articles t22
          order by coalesce(t22.published_start, '-infinity'::timestamptz),
          t22.id
          limit 2
        ) t22 cross
        join lateral (
          select 'article_' || t22.id as "id"
        ) t23
      ) t21
      having true
    ) "$"
  ) as "firstIsNull",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
      from (
        select t24.name as "name"
        from (
          select t24.*,
          t24.name collate "C" as "$1",
          t24.id as "$2"
          from sources t24
          order by t24.name collate "C" desc,
          t24.id desc
          limit 2
        ) t24
        order by t24."$1",
        t24."$2"
      ) "$"
    ) "$"
  ) as "sources",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(t25."$o0" order by t25."$n" desc) filter (where t25."$n" <= 1), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(true)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(count(*) > 1)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $24::text || json_build_array(((array_agg(t25."$1" order by t25."$n" desc) filter (where t25."$n" <= 1))[1])::text, ((array_agg(t25."$2" order by t25."$n" desc) filter (where t25."$n" <= 1))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $25::text || json_build_array(((array_agg(t25."$1" order by t25."$n") filter (where t25."$n" <= 1))[1])::text, ((array_agg(t25."$2" order by t25."$n") filter (where t25."$n" <= 1))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t26."$n",
        t26."$1",
        t26."$2",
        row_to_json(t27.*) as "$o0"
        from (
          select t26.*,
          t26.name collate "C" as "$1",
          t26.id as "$2",
          row_number() over (order by t26.name collate "C" desc, t26.id desc) as "$n"
          from sources t26
          where (t26.name collate "C", t26.id) < ((($26::text[])[1])::text, (($26::text[])[2])::uuid)
          order by t26.name collate "C" desc,
          t26.id desc
          limit 2
        ) t26 cross
        join lateral (
          select t26.name as "name"
        ) t27
      ) t25
      having true
    ) "$"
  ) as "otherSources",
  (
    select row_to_json("$".*)
    from (
      select (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select t29.published as "datePublished"
            from (
              select t30.article_id as id,
              coalesce(t30.published_start, '-infinity'::timestamptz) as "$1",
              t30.article_id as "$2"
              from article_actors t30
              where t30.actor_id = t28.id
              order by coalesce(t30.published_start, '-infinity'::timestamptz),
              t30.article_id
              limit 2
            ) t31
            join articles t29 on t29.id = t31.id
            order by t31."$1" desc,
            t31."$2" desc
          ) "$"
        ) "$"
      ) as "articles",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t32."$o0" order by t32."$n" desc) filter (where t32."$n" <= 1), '[]'::json) as "edges"
          from (
            select t34."$n",
            t34."$1",
            t34."$2",
            row_to_json(t36.*) as "$o0"
            from (
              select t37.event_id as id,
              coalesce(t37.start_at, 'infinity'::timestamptz) as "$1",
              t37.event_id as "$2",
              row_number() over (order by coalesce(t37.start_at, 'infinity'::timestamptz) desc, t37.event_id desc) as "$n"
              from event_actors t37
              where t37.actor_id = t28.id
              order by coalesce(t37.start_at, 'infinity'::timestamptz) desc,
              t37.event_id desc
              limit 2
            ) t34
            join events t33 on t33.id = t34.id cross
            join lateral (
              select t33.name as "name",
              t33.start_date as "startDate"
            ) t35 cross
            join lateral (
              select row_to_json(t35.*) as "node"
            ) t36
          ) t32
          having true
        ) "$"
      ) as "events",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes",
          (
            select count(*)
            from quotes t39
            where t39.speaker_id = t28.id
            and t39.kind = any($29::text[])
          ) as "totalCount"
          from (
            select t38.exact as "text"
            from (
              select t38.*,
              coalesce(t38.published_start, '-infinity'::timestamptz) as "$1",
              t38.id as "$2"
              from quotes t38
              where t38.speaker_id = t28.id
              and t38.kind = any($28::text[])
              order by coalesce(t38.published_start, '-infinity'::timestamptz),
              t38.id
              limit 2
            ) t38
            order by t38."$1" desc,
            t38."$2" desc
          ) "$"
        ) "$"
      ) as "quotes"
      from actors t28
      where t28.id = $27::uuid
    ) "$"
  ) as "actor"
) "$"
