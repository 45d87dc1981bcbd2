select row_to_json("$".*)
from (
  select (
    select row_to_json("$".*)
    from (
      select 'Event'::text as "__typename",
      'event_' || t1.id as "id",
      t1.type as "type",
      t1.mode as "mode",
      t1.contexts as "contexts",
      t1.name as "name",
      t1.start_date as "startDate",
      t1.end_date as "endDate",
      t1.date_origin as "dateOrigin",
      row_to_json(t2.*) as "location",
      (
        select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
        from (
          select 'Participant'::text as "__typename",
          row_to_json(t4.*) as "actor",
          t3.role as "role"
          from (
            select t3.*
            from participants t3
            where t3.event_id = t1.id
            order by t3.role,
            t3.article_count desc,
            t3.actor_id
          ) t3 left
          join lateral (
            select t4.name as "name"
            from actors t4
            where t4.id = t3.actor_id
          ) t4 on true
          order by t3.role,
          t3.article_count desc,
          t3.actor_id
        ) "$"
      ) as "participants",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select row_to_json(t6.*) as "article",
            row_to_json(t7.*) as "span",
            t5.modality as "modality"
            from (
              select t5.*,
              coalesce(t5.published_start, 'infinity'::timestamptz) as "$1",
              t5.article_id as "$2",
              t5.span_start as "$3",
              t5.span_end as "$4"
              from reports t5
              where t5.event_id = t1.id
              order by coalesce(t5.published_start, 'infinity'::timestamptz),
              t5.article_id,
              t5.span_start,
              t5.span_end
              limit 20
            ) t5 left
            join lateral (
              select 'article_' || t6.id as "id",
              t6.published as "datePublished"
              from articles t6
              where t6.id = t5.article_id
            ) t6 on true cross
            join lateral (
              select t5.exact as "exact"
            ) t7
            order by t5."$1",
            t5."$2",
            t5."$3",
            t5."$4"
          ) "$"
        ) "$"
      ) as "reports",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t8."$o0" order by t8."$n") filter (where t8."$n" <= 2), '[]'::json) as "nodes",
          ('{' || array_to_string(array['"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $2::text || json_build_array(((array_agg(t8."$1" order by t8."$n" desc) filter (where t8."$n" <= 2))[1])::text, ((array_agg(t8."$2" order by t8."$n" desc) filter (where t8."$n" <= 2))[1])::text, ((array_agg(t8."$3" order by t8."$n" desc) filter (where t8."$n" <= 2))[1])::text, ((array_agg(t8."$4" order by t8."$n" desc) filter (where t8."$n" <= 2))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t9."$n",
            t9."$1",
            t9."$2",
            t9."$3",
            t9."$4",
            row_to_json(t11.*) as "$o0"
            from (
              select t9.*,
              coalesce(t9.published_start, 'infinity'::timestamptz) as "$1",
              t9.article_id as "$2",
              t9.span_start as "$3",
              t9.span_end as "$4",
              row_number() over (order by coalesce(t9.published_start, 'infinity'::timestamptz), t9.article_id, t9.span_start, t9.span_end) as "$n"
              from reports t9
              where t9.event_id = t1.id
              order by coalesce(t9.published_start, 'infinity'::timestamptz),
              t9.article_id,
              t9.span_start,
              t9.span_end
              limit 3
            ) t9 left
            join lateral (
              select 'article_' || t10.id as "id"
              from articles t10
              where t10.id = t9.article_id
            ) t10 on true cross
            join lateral (
              select row_to_json(t10.*) as "article"
            ) t11
          ) t8
          having true
        ) "$"
      ) as "twoReports",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select t12.exact as "text",
            row_to_json(t13.*) as "article"
            from (
              select t14.quote_id as id,
              coalesce(t14.published_start, 'infinity'::timestamptz) as "$1",
              t14.quote_id as "$2"
              from event_quotes t14
              where t14.event_id = t1.id
              order by coalesce(t14.published_start, 'infinity'::timestamptz),
              t14.quote_id
              limit 20
            ) t15
            join quotes t12 on t12.id = t15.id left
            join lateral (
              select t13.published as "datePublished"
              from articles t13
              where t13.id = t12.article_id
            ) t13 on true
            order by t15."$1",
            t15."$2"
          ) "$"
        ) "$"
      ) as "quotes",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select 'quote_' || t16.id as "id"
            from (
              select t17.quote_id as id,
              coalesce(t17.published_start, '-infinity'::timestamptz) as "$1",
              t17.quote_id as "$2"
              from event_quotes t17
              where t17.event_id = t1.id
              order by coalesce(t17.published_start, '-infinity'::timestamptz) desc,
              t17.quote_id desc
              limit 20
            ) t18
            join quotes t16 on t16.id = t18.id
            order by t18."$1" desc,
            t18."$2" desc
          ) "$"
        ) "$"
      ) as "newest",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select 'quote_' || t19.id as "id"
            from (
              select t20.quote_id as id,
              t19.article_id as "$1",
              t19.span_start as "$2",
              t19.span_end as "$3",
              t19.kind as "$4"
              from event_quotes t20
              join quotes t19 on t19.id = t20.quote_id
              where t20.event_id = t1.id
              and t19.kind = any($3::text[])
              order by t19.article_id,
              t19.span_start,
              t19.span_end,
              t19.kind
              limit 20
            ) t21
            join quotes t19 on t19.id = t21.id
            order by t21."$1",
            t21."$2",
            t21."$3",
            t21."$4"
          ) "$"
        ) "$"
      ) as "inOrder",
      t1.article_count as "articleCount",
      t1.source_count as "sourceCount"
      from events t1 left
      join lateral (
        select 'actor_' || t2.id as "id",
        t2.name as "name"
        from actors t2
        where t2.id = t1.location_id
      ) t2 on true
      where t1.id = $1::uuid
    ) "$"
  ) as "event"
) "$"
