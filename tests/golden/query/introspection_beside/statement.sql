select convert_to(concat('{"__typename":"Query","sources":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t1.name), '}') as "$"
    from (
      select t1.name,
      t1.name collate "C" as "$1",
      t1.id as "$2"
      from sources t1
      order by t1.name collate "C",
      t1.id
      limit 1
    ) t1
    order by t1."$1",
    t1."$2"
  ) "$"
), ',"events":{"totalCount":', (
  select count(*)
  from events t2
), '},"last":{"totalCount":', (
  select count(*)
  from actors t3
), '}}'), 'UTF8')
