select convert_to(concat('{"actor":', coalesce((
  select concat('{	"name":', to_json(t1.name), ',"quotes":', (
    select concat('{"nodes":[', string_agg(t2."$o0", ',' order by t2."$n") filter (where t2."$n" <= 1), '],"totalCount":', (
      select count(*)
      from quotes t6
      where t6.speaker_id = t1.id
    ), ',"pageInfo":{"hasNextPage":', (count(*) > 1)::text, '}}')
    from (
      select t3."$n",
      t3."$1",
      t3."$2",
      concat('{	"text":', to_json(t3.exact), ',"quoteKind":"', t3.kind, '","article":', t4."$", '}') as "$o0"
      from (
        select t3.article_id,
        t3.exact,
        t3.kind,
        coalesce(t3.published_start, '-infinity'::timestamptz) as "$1",
        t3.id as "$2",
        row_number() over (order by coalesce(t3.published_start, '-infinity'::timestamptz) desc, t3.id desc) as "$n"
        from quotes t3
        where t3.speaker_id = t1.id
        order by coalesce(t3.published_start, '-infinity'::timestamptz) desc,
        t3.id desc
        limit 2
      ) t3 left
      join lateral (
        select concat('{	"id":"article_', t4.id, '","headline":', coalesce(to_json(t4.headline), 'null'), ',"language":', to_json(t4.language), ',"source":', coalesce(t5."$", 'null'), '}') as "$"
        from articles t4 left
        join lateral (
          select concat('{	"name":', to_json(t5.name), '}') as "$"
          from sources t5
          where t5.id = t4.source_id
        ) t5 on true
        where t4.id = t3.article_id
      ) t4 on true
    ) t2
    having true
  ), ',"kind":"', t1.kind, '","articleCount":', t1.article_count, ',"quoteCount":', t1.quote_count, ',"a":', to_json(t1.name), ',"sameAs":', to_json((
    select coalesce(json_agg(i.url order by i.url), '[]')
    from identifiers i
    where i.actor_id = t1.id
  )), '}') as "$"
  from actors t1
  where t1.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $1::uuid
  ), $1::uuid)
), 'null'), ',"__typename":"Query","sources":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t7.name), '}') as "$"
    from (
      select t7.name,
      t7.name collate "C" as "$1",
      t7.id as "$2"
      from sources t7
      order by t7.name collate "C",
      t7.id
      limit 1
    ) t7
    order by t7."$1",
    t7."$2"
  ) "$"
), '}'), 'UTF8')
