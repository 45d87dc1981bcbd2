select convert_to(concat('{"ids":', (
  select concat('{"totalCount":', (
    select count(*)
    from events t1
    where t1.id = any($1::uuid[])
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t2.name), '}') as "$"
    from (
      select t2.name,
      coalesce(t2.start_at, '-infinity'::timestamptz) as "$1",
      t2.id as "$2"
      from events t2
      where t2.id = any($2::uuid[])
      order by coalesce(t2.start_at, '-infinity'::timestamptz) desc,
      t2.id desc
      limit 20
    ) t2
    order by t2."$1" desc,
    t2."$2" desc
  ) "$"
), ',"types":', (
  select concat('{"totalCount":', (
    select count(*)
    from events t3
    where t3.type = any($3::text[])
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t4.name), '}') as "$"
    from (
      select t4.name,
      coalesce(t4.start_at, '-infinity'::timestamptz) as "$1",
      t4.id as "$2"
      from events t4
      where t4.type = any($4::text[])
      order by coalesce(t4.start_at, '-infinity'::timestamptz) desc,
      t4.id desc
      limit 20
    ) t4
    order by t4."$1" desc,
    t4."$2" desc
  ) "$"
), ',"participants":', (
  select concat('{"totalCount":', (
    select count(*)
    from events t5
    where t5.id in (
      select f.event_id
      from participants f
      where (f.actor_id = any($5::uuid[]) or f.actor_id = any(array(
        select m.actor_id
        from former_actors m
        where m.former_id = any($5::uuid[])
      )) and (exists (
        select
        from former_actors m
        where m.former_id = any($5::uuid[])
      ))::int = 1)
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t6.name), '}') as "$"
    from (
      select t6.name,
      coalesce(t6.start_at, '-infinity'::timestamptz) as "$1",
      t6.id as "$2"
      from events t6
      where t6.id in (
        select f.event_id
        from participants f
        where (f.actor_id = any($6::uuid[]) or f.actor_id = any(array(
          select m.actor_id
          from former_actors m
          where m.former_id = any($6::uuid[])
        )) and (exists (
          select
          from former_actors m
          where m.former_id = any($6::uuid[])
        ))::int = 1)
      )
      order by coalesce(t6.start_at, '-infinity'::timestamptz) desc,
      t6.id desc
      limit 20
    ) t6
    order by t6."$1" desc,
    t6."$2" desc
  ) "$"
), ',"allParticipants":', (
  select concat('{"totalCount":', (
    select count(*)
    from events t7
    where cardinality($7::uuid[]) > 0
    and (
      select count(distinct f.actor_id)
      from participants f
      where f.event_id = t7.id
      and f.actor_id = any(array(
        select coalesce((
          select m.actor_id
          from former_actors m
          where m.former_id = g
        ), g)
        from unnest($7::uuid[]) g
      ))
    ) = (
      select count(distinct f)
      from unnest(array(
        select coalesce((
          select m.actor_id
          from former_actors m
          where m.former_id = g
        ), g)
        from unnest($7::uuid[]) g
      )) f
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t8.name), '}') as "$"
    from (
      select t8.name,
      coalesce(t8.start_at, '-infinity'::timestamptz) as "$1",
      t8.id as "$2"
      from events t8
      where cardinality($8::uuid[]) > 0
      and (
        select count(distinct f.actor_id)
        from participants f
        where f.event_id = t8.id
        and f.actor_id = any(array(
          select coalesce((
            select m.actor_id
            from former_actors m
            where m.former_id = g
          ), g)
          from unnest($8::uuid[]) g
        ))
      ) = (
        select count(distinct f)
        from unnest(array(
          select coalesce((
            select m.actor_id
            from former_actors m
            where m.former_id = g
          ), g)
          from unnest($8::uuid[]) g
        )) f
      )
      order by coalesce(t8.start_at, '-infinity'::timestamptz) desc,
      t8.id desc
      limit 20
    ) t8
    order by t8."$1" desc,
    t8."$2" desc
  ) "$"
), ',"noParticipants":', (
  select concat('{"totalCount":', (
    select count(*)
    from events t9
    where cardinality($9::uuid[]) > 0
    and (
      select count(distinct f.actor_id)
      from participants f
      where f.event_id = t9.id
      and f.actor_id = any(array(
        select coalesce((
          select m.actor_id
          from former_actors m
          where m.former_id = g
        ), g)
        from unnest($9::uuid[]) g
      ))
    ) = (
      select count(distinct f)
      from unnest(array(
        select coalesce((
          select m.actor_id
          from former_actors m
          where m.former_id = g
        ), g)
        from unnest($9::uuid[]) g
      )) f
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t10.name), '}') as "$"
    from (
      select t10.name,
      coalesce(t10.start_at, '-infinity'::timestamptz) as "$1",
      t10.id as "$2"
      from events t10
      where cardinality($10::uuid[]) > 0
      and (
        select count(distinct f.actor_id)
        from participants f
        where f.event_id = t10.id
        and f.actor_id = any(array(
          select coalesce((
            select m.actor_id
            from former_actors m
            where m.former_id = g
          ), g)
          from unnest($10::uuid[]) g
        ))
      ) = (
        select count(distinct f)
        from unnest(array(
          select coalesce((
            select m.actor_id
            from former_actors m
            where m.former_id = g
          ), g)
          from unnest($10::uuid[]) g
        )) f
      )
      order by coalesce(t10.start_at, '-infinity'::timestamptz) desc,
      t10.id desc
      limit 20
    ) t10
    order by t10."$1" desc,
    t10."$2" desc
  ) "$"
), ',"locations":', (
  select concat('{"totalCount":', (
    select count(*)
    from events t11
    where (t11.location_id = any($11::uuid[]) or t11.location_id = any(array(
      select m.actor_id
      from former_actors m
      where m.former_id = any($11::uuid[])
    )) and (exists (
      select
      from former_actors m
      where m.former_id = any($11::uuid[])
    ))::int = 1)
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t12.name), '}') as "$"
    from (
      select t12.name,
      coalesce(t12.start_at, '-infinity'::timestamptz) as "$1",
      t12.id as "$2"
      from events t12
      where (t12.location_id = any($12::uuid[]) or t12.location_id = any(array(
        select m.actor_id
        from former_actors m
        where m.former_id = any($12::uuid[])
      )) and (exists (
        select
        from former_actors m
        where m.former_id = any($12::uuid[])
      ))::int = 1)
      order by coalesce(t12.start_at, '-infinity'::timestamptz) desc,
      t12.id desc
      limit 20
    ) t12
    order by t12."$1" desc,
    t12."$2" desc
  ) "$"
), ',"since":', (
  select concat('{"totalCount":', (
    select count(*)
    from events t13
    where t13.start_at >= $13::timestamptz
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t14.name), '}') as "$"
    from (
      select t14.name,
      coalesce(t14.start_at, '-infinity'::timestamptz) as "$1",
      t14.id as "$2"
      from events t14
      where t14.start_at >= $14::timestamptz
      order by coalesce(t14.start_at, '-infinity'::timestamptz) desc,
      t14.id desc
      limit 20
    ) t14
    order by t14."$1" desc,
    t14."$2" desc
  ) "$"
), ',"before":', (
  select concat('{"totalCount":', (
    select count(*)
    from events t15
    where t15.start_at < $15::timestamptz
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t16.name), '}') as "$"
    from (
      select t16.name,
      coalesce(t16.start_at, '-infinity'::timestamptz) as "$1",
      t16.id as "$2"
      from events t16
      where t16.start_at < $16::timestamptz
      order by coalesce(t16.start_at, '-infinity'::timestamptz) desc,
      t16.id desc
      limit 20
    ) t16
    order by t16."$1" desc,
    t16."$2" desc
  ) "$"
), ',"minSources":', (
  select concat('{"totalCount":', (
    select count(*)
    from events t17
    where t17.source_count >= $17::int
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t18.name), '}') as "$"
    from (
      select t18.name,
      coalesce(t18.start_at, '-infinity'::timestamptz) as "$1",
      t18.id as "$2"
      from events t18
      where t18.source_count >= $18::int
      order by coalesce(t18.start_at, '-infinity'::timestamptz) desc,
      t18.id desc
      limit 20
    ) t18
    order by t18."$1" desc,
    t18."$2" desc
  ) "$"
), '}'), 'UTF8')
