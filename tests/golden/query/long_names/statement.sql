select "$"."$"
from (
  select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json((
    select "$"."$"
    from (
      select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(coalesce(json_agg(t1."$o0" order by t1."$n") filter (where t1."$n" <= 1), '[]'::json))::text, 'null'), '"pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp":' || coalesce(to_json(('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(count(*) > 1)::text, 'null')]::text[], ',') || '}')::json)::text, 'null')]::text[], ',') || '}')::json as "$"
      from (
        select t2."$n",
        t2."$1",
        t2."$2",
        t3."$" as "$o0"
        from (
          select t2.*,
          t2.name collate "C" as "$1",
          t2.id as "$2",
          row_number() over (order by t2.name collate "C", t2.id) as "$n"
          from sources t2
          order by t2.name collate "C",
          t2.id
          limit 2
        ) t2 cross
        join lateral (
          select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(t2.name)::text, 'null'), '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab":' || coalesce(to_json('Source'::text)::text, 'null'), '"short":' || coalesce(to_json(t2.domain)::text, 'null')]::text[], ',') || '}')::json as "$"
        ) t3
      ) t1
      having true
    ) "$"
  ))::text, 'null'), '"articles":' || coalesce(to_json((
    select row_to_json("$".*)
    from (
      select coalesce(json_agg("$"."$"), '[]'::json) as "nodes"
      from (
        select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(encode(t4.content_hash, 'hex'))::text, 'null'), '"n":' || coalesce(to_json(t4.headline)::text, 'null'), '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac":' || coalesce(to_json(to_char(t4.modified_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text, 'null'), '"source":' || coalesce(to_json(t5."$")::text, 'null'), '"quotes":' || coalesce(to_json((
          select row_to_json("$".*)
          from (
            select coalesce(json_agg("$"."$"), '[]'::json) as "nodes"
            from (
              select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(t6.exact)::text, 'null'), '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaad":' || coalesce(to_json(t7."$")::text, 'null'), '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaae":' || coalesce(to_json(t8."$")::text, 'null')]::text[], ',') || '}')::json as "$"
              from (
                select t6.*,
                t6.span_start as "$1",
                t6.span_end as "$2",
                t6.kind as "$3"
                from quotes t6
                where t6.article_id = t4.id
                order by t6.span_start,
                t6.span_end,
                t6.kind
                limit 2
              ) t6 cross
              join lateral (
                select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(t6.span_start)::text, 'null')]::text[], ',') || '}')::json as "$"
              ) t7 left
              join lateral (
                select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(t8.confidence)::text, 'null')]::text[], ',') || '}')::json as "$"
                from attributions t8
                where t8.quote_id = t6.id
              ) t8 on true
              order by t6."$1",
              t6."$2",
              t6."$3"
            ) "$"
          ) "$"
        ))::text, 'null')]::text[], ',') || '}')::json as "$"
        from (
          select t4.*,
          coalesce(t4.published_start, '-infinity'::timestamptz) as "$1",
          t4.id as "$2"
          from articles t4
          where t4.external_id = any($1::text[])
          order by coalesce(t4.published_start, '-infinity'::timestamptz) desc,
          t4.id desc
          limit 20
        ) t4 left
        join lateral (
          select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(t5.name)::text, 'null')]::text[], ',') || '}')::json as "$"
          from sources t5
          where t5.id = t4.source_id
        ) t5 on true
        order by t4."$1" desc,
        t4."$2" desc
      ) "$"
    ) "$"
  ))::text, 'null')]::text[], ',') || '}')::json as "$"
) "$"
