select row_to_json("$")
from (
  select (
    select row_to_json("$")
    from (
      select (
        select row_to_json("$")
        from (
          select (
            select count(*)
            from mentions t4
            where t4.article_id = t1.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $2::int)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          coalesce(json_agg(t2."$2" order by t2."$n") filter (where t2."$n" <= $2::int), '[]'::json) as "nodes"
          from (
            select t3."$n",
            t3."$c",
            (
              select row_to_json("$")
              from (
                select (
                  select row_to_json("$")
                  from (
                    select t3.span_start as "start"
                  ) "$"
                ) as "span"
              ) "$"
            ) as "$2"
            from (
              select t3.*,
              row_number() over (order by t3.span_start, t3.span_end, t3.actor_id) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $3::text || json_build_array((t3.span_start)::text, (t3.span_end)::text, (t3.actor_id)::text)::text
                ) as c (p)
              ) as "$c"
              from mentions t3
              where t3.article_id = t1.id
              order by t3.span_start,
              t3.span_end,
              t3.actor_id
              limit $2::int + 1
            ) t3
          ) t2
          having true
        ) "$"
      ) as "mentions",
      (
        select row_to_json("$")
        from (
          select ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $4::int)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          coalesce(json_agg(t5."$1" order by t5."$n") filter (where t5."$n" <= $4::int), '[]'::json) as "nodes"
          from (
            select t6."$n",
            t6."$c",
            (
              select row_to_json("$")
              from (
                select t6.form as "form"
              ) "$"
            ) as "$1"
            from (
              select t6.*,
              row_number() over (order by t6.span_start, t6.span_end, t6.actor_id) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $5::text || json_build_array((t6.span_start)::text, (t6.span_end)::text, (t6.actor_id)::text)::text
                ) as c (p)
              ) as "$c"
              from mentions t6
              where t6.article_id = t1.id
              order by t6.span_start,
              t6.span_end,
              t6.actor_id
              limit $4::int + 1
            ) t6
          ) t5
          having true
        ) "$"
      ) as "absent",
      (
        select row_to_json("$")
        from (
          select ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $6::int)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          coalesce(json_agg(t7."$1" order by t7."$n") filter (where t7."$n" <= $6::int), '[]'::json) as "nodes"
          from (
            select t8."$n",
            t8."$c",
            (
              select row_to_json("$")
              from (
                select t8.form as "form"
              ) "$"
            ) as "$1"
            from (
              select t8.*,
              row_number() over (order by t8.span_start, t8.span_end, t8.actor_id) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $7::text || json_build_array((t8.span_start)::text, (t8.span_end)::text, (t8.actor_id)::text)::text
                ) as c (p)
              ) as "$c"
              from mentions t8
              where t8.article_id = t1.id
              order by t8.span_start,
              t8.span_end,
              t8.actor_id
              limit $6::int + 1
            ) t8
          ) t7
          having true
        ) "$"
      ) as "null"
      from articles t1
      where t1.id = $1::uuid
    ) "$"
  ) as "article"
) "$"
