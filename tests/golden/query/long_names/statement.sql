select convert_to(concat('{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":', (
  select concat('{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":[', string_agg(t1."$o0", ',' order by t1."$n") filter (where t1."$n" <= 1), '],"pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp":{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":', (count(*) > 1)::text, '}}')
  from (
    select t2."$n",
    t2."$1",
    t2."$2",
    concat('{	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":', to_json(t2.name), ',"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab":"Source","short":', coalesce(to_json(t2.domain), 'null'), '}') as "$o0"
    from (
      select t2.domain,
      t2.name,
      t2.name collate "C" as "$1",
      t2.id as "$2",
      row_number() over (order by t2.name collate "C", t2.id) as "$n"
      from sources t2
      order by t2.name collate "C",
      t2.id
      limit 2
    ) t2
  ) t1
  having true
), ',"articles":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":', to_json(encode(t3.content_hash, 'hex')), ',"n":', coalesce(to_json(t3.headline), 'null'), ',"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac":', coalesce('"' || (to_char(t3.modified_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) || '"', 'null'), ',"source":', coalesce(t4."$", 'null'), ',"quotes":', (
      select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
      from (
        select concat('{	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":', to_json(t5.exact), ',"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaad":{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":', t5.span_start, '},"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaae":', coalesce(t6."$", 'null'), '}') as "$"
        from (
          select t5.exact,
          t5.id,
          t5.span_start,
          t5.span_start as "$1",
          t5.span_end as "$2",
          t5.kind as "$3"
          from quotes t5
          where t5.article_id = t3.id
          order by t5.span_start,
          t5.span_end,
          t5.kind
          limit 2
        ) t5 left
        join lateral (
          select concat('{	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":', coalesce((t6.confidence)::text, 'null'), '}') as "$"
          from attributions t6
          where t6.quote_id = t5.id
        ) t6 on true
        order by t5."$1",
        t5."$2",
        t5."$3"
      ) "$"
    ), '}') as "$"
    from (
      select t3.content_hash,
      t3.headline,
      t3.id,
      t3.modified_at,
      t3.source_id,
      coalesce(t3.published_start, '-infinity'::timestamptz) as "$1",
      t3.id as "$2"
      from articles t3
      where t3.external_id = any($1::text[])
      order by coalesce(t3.published_start, '-infinity'::timestamptz) desc,
      t3.id desc
      limit 20
    ) t3 left
    join lateral (
      select concat('{	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":', to_json(t4.name), '}') as "$"
      from sources t4
      where t4.id = t3.source_id
    ) t4 on true
    order by t3."$1" desc,
    t3."$2" desc
  ) "$"
), '}'), 'UTF8')
