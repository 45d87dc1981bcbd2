select row_to_json("$".*)
from (
  select (
    select row_to_json("$".*)
    from (
      select
      from actors t1
      where t1.id = $1::uuid
    ) "$"
  ) as "actor",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
      from (
        select
        from (
          select t2.*,
          coalesce(t2.published_start, '-infinity'::timestamptz) as "$1",
          t2.id as "$2"
          from articles t2
          order by coalesce(t2.published_start, '-infinity'::timestamptz) desc,
          t2.id desc
          limit 2
        ) t2
        order by t2."$1" desc,
        t2."$2" desc
      ) "$"
    ) "$"
  ) as "articles",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(t3."$o0" order by t3."$n") filter (where t3."$n" <= 1), '[]'::json) as "edges",
      ('{' || array_to_string(array[]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t4."$n",
        t4."$1",
        t4."$2",
        row_to_json(t6.*) as "$o0"
        from (
          select t4.*,
          coalesce(t4.published_start, '-infinity'::timestamptz) as "$1",
          t4.id as "$2",
          row_number() over (order by coalesce(t4.published_start, '-infinity'::timestamptz) desc, t4.id desc) as "$n"
          from articles t4
          order by coalesce(t4.published_start, '-infinity'::timestamptz) desc,
          t4.id desc
          limit 2
        ) t4 cross
        join lateral (
          select 
        ) t5 cross
        join lateral (
          select row_to_json(t5.*) as "node"
        ) t6
      ) t3
      having true
    ) "$"
  ) as "paged",
  (
    select row_to_json("$".*)
    from (
      select 
    ) "$"
  ) as "sources",
  (
    select row_to_json("$".*)
    from (
      select row_to_json(t8.*) as "span",
      (
        select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
        from (
          select
          from (
            select t9.*
            from actors t9
            where t9.id in (
              select m.actor_id
              from mentions m
              where m.article_id = t7.article_id
              and m.form = 'NAME'
              and m.span_start >= t7.span_start
              and m.span_end <= t7.span_end
            )
            order by t9.name_folded,
            t9.id
          ) t9
          order by t9.name_folded,
          t9.id
        ) "$"
      ) as "mentionedActors",
      row_to_json(t10.*) as "attribution"
      from quotes t7 cross
      join lateral (
        select 
      ) t8 left
      join lateral (
        select
        from attributions t10
        where t10.quote_id = t7.id
      ) t10 on true
      where t7.id = $2::uuid
    ) "$"
  ) as "quote",
  (
    select coalesce(json_agg(coalesce((
      select row_to_json("$".*)
      from (
        select
        from sources t12
        where t12.id = t11.source
      ) "$"
    ), (
      select row_to_json("$".*)
      from (
        select
        from articles t13
        where t13.id = t11.article
      ) "$"
    ), (
      select row_to_json("$".*)
      from (
        select
        from actors t14
        where t14.id = t11.actor
      ) "$"
    ), (
      select row_to_json("$".*)
      from (
        select
        from quotes t15
        where t15.id = t11.quote
      ) "$"
    ), (
      select row_to_json("$".*)
      from (
        select
        from utterances t16
        where t16.id = t11.utterance
      ) "$"
    ), (
      select row_to_json("$".*)
      from (
        select
        from events t17
        where t17.id = t11.event
      ) "$"
    )) order by t11.n), '[]'::json)
    from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[]) with ordinality t11 (source, article, actor, quote, utterance, event, n)
  ) as "nodes"
) "$"
