select row_to_json("$")
from (
  select (
    select row_to_json("$")
    from (
      select
      from actors t1
      where t1.id = $1::uuid
    ) "$"
  ) as "actor",
  (
    select row_to_json("$")
    from (
      select (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select
          from (
            select t2.*
            from articles t2
            order by coalesce(t2.published_start, '-infinity'::timestamptz) desc,
            t2.id desc
            limit $2::int
          ) t2
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "articles",
  (
    select row_to_json("$")
    from (
      select coalesce(json_agg(t3."$0" order by t3."$n") filter (where t3."$n" <= $3::int), '[]'::json) as "edges",
      ('{' || array_to_string(array[]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t4."$n",
        t4."$c",
        (
          select row_to_json("$")
          from (
            select (
              select row_to_json("$")
              from (
                select 
              ) "$"
            ) as "node"
          ) "$"
        ) as "$0"
        from (
          select t4.*,
          row_number() over (order by coalesce(t4.published_start, '-infinity'::timestamptz) desc, t4.id desc) as "$n",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $4::text || json_build_array((coalesce(t4.published_start, '-infinity'::timestamptz))::text, (t4.id)::text)::text
            ) as c (p)
          ) as "$c"
          from articles t4
          order by coalesce(t4.published_start, '-infinity'::timestamptz) desc,
          t4.id desc
          limit $3::int + 1
        ) t4
      ) t3
      having true
    ) "$"
  ) as "paged",
  (
    select row_to_json("$")
    from (
      select 
    ) "$"
  ) as "sources",
  (
    select row_to_json("$")
    from (
      select (
        select row_to_json("$")
        from (
          select 
        ) "$"
      ) as "span",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select
          from (
            select t6.*
            from actors t6
            where t6.id in (
              select m.actor_id
              from mentions m
              where m.article_id = t5.article_id
              and m.form = 'NAME'
              and m.span_start >= t5.span_start
              and m.span_end <= t5.span_end
            )
            order by t6.name_folded,
            t6.id
          ) t6
        ) "$"
      ) as "mentionedActors",
      (
        select row_to_json("$")
        from (
          select
          from attributions t7
          where t7.quote_id = t5.id
        ) "$"
      ) as "attribution"
      from quotes t5
      where t5.id = $5::uuid
    ) "$"
  ) as "quote",
  (
    select coalesce(json_agg(coalesce((
      select row_to_json("$")
      from (
        select
        from sources t9
        where t9.id = t8.source
      ) "$"
    ), (
      select row_to_json("$")
      from (
        select
        from articles t10
        where t10.id = t8.article
      ) "$"
    ), (
      select row_to_json("$")
      from (
        select
        from actors t11
        where t11.id = t8.actor
      ) "$"
    ), (
      select row_to_json("$")
      from (
        select
        from quotes t12
        where t12.id = t8.quote
      ) "$"
    ), (
      select row_to_json("$")
      from (
        select
        from utterances t13
        where t13.id = t8.utterance
      ) "$"
    ), (
      select row_to_json("$")
      from (
        select
        from events t14
        where t14.id = t8.event
      ) "$"
    )) order by t8.n), '[]'::json)
    from unnest($6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[], $10::uuid[], $11::uuid[]) with ordinality t8 (source, article, actor, quote, utterance, event, n)
  ) as "nodes"
) "$"
