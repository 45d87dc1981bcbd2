select convert_to(concat('{"latest":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"id":"event_', t1.id, '","name":', to_json(t1.name), ',"startDate":', coalesce('"' || (t1.start_date) || '"', 'null'), '}') as "$"
    from (
      select t1.id,
      t1.name,
      t1.start_date,
      coalesce(t1.start_at, '-infinity'::timestamptz) as "$1",
      t1.id as "$2"
      from events t1
      order by coalesce(t1.start_at, '-infinity'::timestamptz) desc,
      t1.id desc
      limit 20
    ) t1
    order by t1."$1" desc,
    t1."$2" desc
  ) "$"
), ',"earliest":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"id":"event_', t2.id, '"}') as "$"
    from (
      select t2.id,
      coalesce(t2.start_at, 'infinity'::timestamptz) as "$1",
      t2.id as "$2"
      from events t2
      order by coalesce(t2.start_at, 'infinity'::timestamptz),
      t2.id
      limit 20
    ) t2
    order by t2."$1",
    t2."$2"
  ) "$"
), ',"mostTold":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"id":"event_', t3.id, '","sourceCount":', t3.source_count, '}') as "$"
    from (
      select t3.id,
      t3.source_count,
      t3.source_count as "$1",
      t3.id as "$2"
      from events t3
      order by t3.source_count desc,
      t3.id desc
      limit 20
    ) t3
    order by t3."$1" desc,
    t3."$2" desc
  ) "$"
), '}'), 'UTF8')
