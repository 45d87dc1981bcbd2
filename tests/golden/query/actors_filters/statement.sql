select convert_to(concat('{"ids":', (
  select concat('{"totalCount":', (
    select count(*)
    from actors t1
    where (t1.id = any($1::uuid[]) or t1.id = any(array(
      select m.actor_id
      from former_actors m
      where m.former_id = any($1::uuid[])
    )) and (exists (
      select
      from former_actors m
      where m.former_id = any($1::uuid[])
    ))::int = 1)
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t2.name), '}') as "$"
    from (
      select t2.name,
      t2.mention_count as "$1",
      t2.id as "$2"
      from actors t2
      where (t2.id = any($2::uuid[]) or t2.id = any(array(
        select m.actor_id
        from former_actors m
        where m.former_id = any($2::uuid[])
      )) and (exists (
        select
        from former_actors m
        where m.former_id = any($2::uuid[])
      ))::int = 1)
      order by t2.mention_count desc,
      t2.id desc
      limit 20
    ) t2
    order by t2."$1" desc,
    t2."$2" desc
  ) "$"
), ',"kinds":', (
  select concat('{"totalCount":', (
    select count(*)
    from actors t3
    where t3.kind = any($3::text[])
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t4.name), '}') as "$"
    from (
      select t4.name,
      t4.mention_count as "$1",
      t4.id as "$2"
      from actors t4
      where t4.kind = any($4::text[])
      order by t4.mention_count desc,
      t4.id desc
      limit 20
    ) t4
    order by t4."$1" desc,
    t4."$2" desc
  ) "$"
), ',"byAlias":', (
  select concat('{"totalCount":', (
    select count(*)
    from actors t5
    where t5.id in (
      select f.actor_id
      from aliases f
      where f.folded = $5::text
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t6.name), '}') as "$"
    from (
      select t6.name,
      t6.mention_count as "$1",
      t6.id as "$2"
      from actors t6
      where t6.id in (
        select f.actor_id
        from aliases f
        where f.folded = $6::text
      )
      order by t6.mention_count desc,
      t6.id desc
      limit 20
    ) t6
    order by t6."$1" desc,
    t6."$2" desc
  ) "$"
), ',"byFoldedName":', (
  select concat('{"totalCount":', (
    select count(*)
    from actors t7
    where t7.id in (
      select f.actor_id
      from aliases f
      where f.folded = $7::text
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t8.name), '}') as "$"
    from (
      select t8.name,
      t8.mention_count as "$1",
      t8.id as "$2"
      from actors t8
      where t8.id in (
        select f.actor_id
        from aliases f
        where f.folded = $8::text
      )
      order by t8.mention_count desc,
      t8.id desc
      limit 20
    ) t8
    order by t8."$1" desc,
    t8."$2" desc
  ) "$"
), ',"byAstralName":', (
  select concat('{"totalCount":', (
    select count(*)
    from actors t9
    where t9.id in (
      select f.actor_id
      from aliases f
      where f.folded = $9::text
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t10.name), '}') as "$"
    from (
      select t10.name,
      t10.mention_count as "$1",
      t10.id as "$2"
      from actors t10
      where t10.id in (
        select f.actor_id
        from aliases f
        where f.folded = $10::text
      )
      order by t10.mention_count desc,
      t10.id desc
      limit 20
    ) t10
    order by t10."$1" desc,
    t10."$2" desc
  ) "$"
), ',"byQuotedName":', (
  select concat('{"totalCount":', (
    select count(*)
    from actors t11
    where t11.id in (
      select f.actor_id
      from aliases f
      where f.folded = $11::text
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t12.name), '}') as "$"
    from (
      select t12.name,
      t12.mention_count as "$1",
      t12.id as "$2"
      from actors t12
      where t12.id in (
        select f.actor_id
        from aliases f
        where f.folded = $12::text
      )
      order by t12.mention_count desc,
      t12.id desc
      limit 20
    ) t12
    order by t12."$1" desc,
    t12."$2" desc
  ) "$"
), ',"byNoName":', (
  select concat('{"totalCount":', (
    select count(*)
    from actors t13
    where t13.id in (
      select f.actor_id
      from aliases f
      where f.folded = $13::text
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t14.name), '}') as "$"
    from (
      select t14.name,
      t14.mention_count as "$1",
      t14.id as "$2"
      from actors t14
      where t14.id in (
        select f.actor_id
        from aliases f
        where f.folded = $14::text
      )
      order by t14.mention_count desc,
      t14.id desc
      limit 20
    ) t14
    order by t14."$1" desc,
    t14."$2" desc
  ) "$"
), ',"quoted":', (
  select concat('{"totalCount":', (
    select count(*)
    from actors t15
    where (t15.quote_count > 0) = $15::bool
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t16.name), '}') as "$"
    from (
      select t16.name,
      t16.mention_count as "$1",
      t16.id as "$2"
      from actors t16
      where (t16.quote_count > 0) = $16::bool
      order by t16.mention_count desc,
      t16.id desc
      limit 20
    ) t16
    order by t16."$1" desc,
    t16."$2" desc
  ) "$"
), ',"unquoted":', (
  select concat('{"totalCount":', (
    select count(*)
    from actors t17
    where t17.kind = any($17::text[])
    and (t17.quote_count > 0) = $18::bool
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t18.name), '}') as "$"
    from (
      select t18.name,
      t18.mention_count as "$1",
      t18.id as "$2"
      from actors t18
      where t18.kind = any($19::text[])
      and (t18.quote_count > 0) = $20::bool
      order by t18.mention_count desc,
      t18.id desc
      limit 20
    ) t18
    order by t18."$1" desc,
    t18."$2" desc
  ) "$"
), '}'), 'UTF8')
