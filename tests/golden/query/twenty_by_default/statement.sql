select row_to_json("$".*)
from (
  select (
    select row_to_json("$".*)
    from (
      select (
        select row_to_json("$".*)
        from (
          select (
            select count(*)
            from mentions t4
            where t4.article_id = t1.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 20)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          coalesce(json_agg(t2."$o2" order by t2."$n") filter (where t2."$n" <= 20), '[]'::json) as "nodes"
          from (
            select t3."$n",
            t3."$1",
            t3."$2",
            t3."$3",
            row_to_json(t6.*) as "$o2"
            from (
              select t3.*,
              t3.span_start as "$1",
              t3.span_end as "$2",
              t3.actor_id as "$3",
              row_number() over (order by t3.span_start, t3.span_end, t3.actor_id) as "$n"
              from mentions t3
              where t3.article_id = t1.id
              order by t3.span_start,
              t3.span_end,
              t3.actor_id
              limit 21
            ) t3 cross
            join lateral (
              select t3.span_start as "start"
            ) t5 cross
            join lateral (
              select row_to_json(t5.*) as "span"
            ) t6
          ) t2
          having true
        ) "$"
      ) as "mentions",
      (
        select row_to_json("$".*)
        from (
          select ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 20)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          coalesce(json_agg(t7."$o1" order by t7."$n") filter (where t7."$n" <= 20), '[]'::json) as "nodes"
          from (
            select t8."$n",
            t8."$1",
            t8."$2",
            t8."$3",
            row_to_json(t9.*) as "$o1"
            from (
              select t8.*,
              t8.span_start as "$1",
              t8.span_end as "$2",
              t8.actor_id as "$3",
              row_number() over (order by t8.span_start, t8.span_end, t8.actor_id) as "$n"
              from mentions t8
              where t8.article_id = t1.id
              order by t8.span_start,
              t8.span_end,
              t8.actor_id
              limit 21
            ) t8 cross
            join lateral (
              select t8.form as "form"
            ) t9
          ) t7
          having true
        ) "$"
      ) as "absent",
      (
        select row_to_json("$".*)
        from (
          select ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 20)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          coalesce(json_agg(t10."$o1" order by t10."$n") filter (where t10."$n" <= 20), '[]'::json) as "nodes"
          from (
            select t11."$n",
            t11."$1",
            t11."$2",
            t11."$3",
            row_to_json(t12.*) as "$o1"
            from (
              select t11.*,
              t11.span_start as "$1",
              t11.span_end as "$2",
              t11.actor_id as "$3",
              row_number() over (order by t11.span_start, t11.span_end, t11.actor_id) as "$n"
              from mentions t11
              where t11.article_id = t1.id
              order by t11.span_start,
              t11.span_end,
              t11.actor_id
              limit 21
            ) t11 cross
            join lateral (
              select t11.form as "form"
            ) t12
          ) t10
          having true
        ) "$"
      ) as "null"
      from articles t1
      where t1.id = $1::uuid
    ) "$"
  ) as "article"
) "$"
