select convert_to(concat('{"mostMentioned":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"id":"actor_', t1.id, '","name":', to_json(t1.name), ',"mentionCount":', t1.mention_count, '}') as "$"
    from (
      select t1.id,
      t1.mention_count,
      t1.name,
      t1.mention_count as "$1",
      t1.id as "$2"
      from actors t1
      order by t1.mention_count desc,
      t1.id desc
      limit 20
    ) t1
    order by t1."$1" desc,
    t1."$2" desc
  ) "$"
), ',"mostQuoted":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"id":"actor_', t2.id, '","name":', to_json(t2.name), ',"quoteCount":', t2.quote_count, '}') as "$"
    from (
      select t2.id,
      t2.name,
      t2.quote_count,
      t2.quote_count as "$1",
      t2.id as "$2"
      from actors t2
      order by t2.quote_count desc,
      t2.id desc
      limit 5
    ) t2
    order by t2."$1" desc,
    t2."$2" desc
  ) "$"
), ',"byName":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"id":"actor_', t3.id, '","name":', to_json(t3.name), '}') as "$"
    from (
      select t3.id,
      t3.name,
      t3.name_folded as "$1",
      t3.id as "$2"
      from actors t3
      order by t3.name_folded,
      t3.id
      limit 20
    ) t3
    order by t3."$1",
    t3."$2"
  ) "$"
), '}'), 'UTF8')
