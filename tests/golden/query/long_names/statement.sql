select "$"."$"
from (
  select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json((
    select "$"."$"
    from (
      select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(coalesce(json_agg(t1."$0" order by t1."$n") filter (where t1."$n" <= $1::int), '[]'::json))::text, 'null'), '"pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp":' || coalesce(to_json(('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(count(*) > $1::int)::text, 'null')]::text[], ',') || '}')::json)::text, 'null')]::text[], ',') || '}')::json as "$"
      from (
        select t2."$n",
        t2."$c",
        (
          select "$"."$"
          from (
            select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(t2.name)::text, 'null'), '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab":' || coalesce(to_json('Source'::text)::text, 'null'), '"short":' || coalesce(to_json(t2.domain)::text, 'null')]::text[], ',') || '}')::json as "$"
          ) "$"
        ) as "$0"
        from (
          select t2.*,
          row_number() over (order by t2.name collate "C", t2.id) as "$n",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $2::text || json_build_array((t2.name collate "C")::text, (t2.id)::text)::text
            ) as c (p)
          ) as "$c"
          from sources t2
          order by t2.name collate "C",
          t2.id
          limit $1::int + 1
        ) t2
      ) t1
      having true
    ) "$"
  ))::text, 'null'), '"articles":' || coalesce(to_json((
    select row_to_json("$")
    from (
      select (
        select coalesce(json_agg("$"."$"), '[]'::json)
        from (
          select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(encode(t3.content_hash, 'hex'))::text, 'null'), '"n":' || coalesce(to_json(t3.headline)::text, 'null'), '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac":' || coalesce(to_json(to_char(t3.modified_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text, 'null'), '"source":' || coalesce(to_json((
            select "$"."$"
            from (
              select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(t4.name)::text, 'null')]::text[], ',') || '}')::json as "$"
              from sources t4
              where t4.id = t3.source_id
            ) "$"
          ))::text, 'null'), '"quotes":' || coalesce(to_json((
            select row_to_json("$")
            from (
              select (
                select coalesce(json_agg("$"."$"), '[]'::json)
                from (
                  select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(t5.exact)::text, 'null'), '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaad":' || coalesce(to_json((
                    select "$"."$"
                    from (
                      select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(t5.span_start)::text, 'null')]::text[], ',') || '}')::json as "$"
                    ) "$"
                  ))::text, 'null'), '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaae":' || coalesce(to_json((
                    select "$"."$"
                    from (
                      select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(t6.confidence)::text, 'null')]::text[], ',') || '}')::json as "$"
                      from attributions t6
                      where t6.quote_id = t5.id
                    ) "$"
                  ))::text, 'null')]::text[], ',') || '}')::json as "$"
                  from (
                    select t5.*
                    from quotes t5
                    where t5.article_id = t3.id
                    order by t5.span_start,
                    t5.id
                    limit $3::int
                  ) t5
                ) "$"
              ) as "nodes"
            ) "$"
          ))::text, 'null')]::text[], ',') || '}')::json as "$"
          from (
            select t3.*
            from articles t3
            where t3.external_id = any($5::text[])
            order by coalesce(t3.published_start, '-infinity'::timestamptz) desc,
            t3.id desc
            limit $4::int
          ) t3
        ) "$"
      ) as "nodes"
    ) "$"
  ))::text, 'null')]::text[], ',') || '}')::json as "$"
) "$"
