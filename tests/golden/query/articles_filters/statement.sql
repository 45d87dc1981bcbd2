select convert_to(concat('{"ids":', (
  select concat('{"totalCount":', (
    select count(*)
    from articles t1
    where t1.id = any($1::uuid[])
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"externalId":', coalesce(to_json(t2.external_id), 'null'), ',"url":', coalesce(to_json(t2.url), 'null'), '}') as "$"
    from (
      select t2.external_id,
      t2.url,
      coalesce(t2.published_start, '-infinity'::timestamptz) as "$1",
      t2.id as "$2"
      from articles t2
      where t2.id = any($2::uuid[])
      order by coalesce(t2.published_start, '-infinity'::timestamptz) desc,
      t2.id desc
      limit 20
    ) t2
    order by t2."$1" desc,
    t2."$2" desc
  ) "$"
), ',"externalIds":', (
  select concat('{"totalCount":', (
    select count(*)
    from articles t3
    where t3.external_id = any($3::text[])
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"externalId":', coalesce(to_json(t4.external_id), 'null'), ',"url":', coalesce(to_json(t4.url), 'null'), '}') as "$"
    from (
      select t4.external_id,
      t4.url,
      coalesce(t4.published_start, '-infinity'::timestamptz) as "$1",
      t4.id as "$2"
      from articles t4
      where t4.external_id = any($4::text[])
      order by coalesce(t4.published_start, '-infinity'::timestamptz) desc,
      t4.id desc
      limit 20
    ) t4
    order by t4."$1" desc,
    t4."$2" desc
  ) "$"
), ',"statuses":', (
  select concat('{"totalCount":', (
    select count(*)
    from articles t5
    where t5.status = any($5::text[])
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"externalId":', coalesce(to_json(t6.external_id), 'null'), ',"url":', coalesce(to_json(t6.url), 'null'), '}') as "$"
    from (
      select t6.external_id,
      t6.url,
      coalesce(t6.published_start, '-infinity'::timestamptz) as "$1",
      t6.id as "$2"
      from articles t6
      where t6.status = any($6::text[])
      order by coalesce(t6.published_start, '-infinity'::timestamptz) desc,
      t6.id desc
      limit 20
    ) t6
    order by t6."$1" desc,
    t6."$2" desc
  ) "$"
), ',"sources":', (
  select concat('{"totalCount":', (
    select count(*)
    from articles t7
    where t7.source_id = any($7::uuid[])
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"externalId":', coalesce(to_json(t8.external_id), 'null'), ',"url":', coalesce(to_json(t8.url), 'null'), '}') as "$"
    from (
      select t8.external_id,
      t8.url,
      coalesce(t8.published_start, '-infinity'::timestamptz) as "$1",
      t8.id as "$2"
      from articles t8
      where t8.source_id = any($8::uuid[])
      order by coalesce(t8.published_start, '-infinity'::timestamptz) desc,
      t8.id desc
      limit 20
    ) t8
    order by t8."$1" desc,
    t8."$2" desc
  ) "$"
), ',"english":', (
  select concat('{"totalCount":', (
    select count(*)
    from articles t9
    where exists (
      select
      from unnest($9::text[]) tag
      where lower(t9.language) = lower(tag) or starts_with(lower(t9.language), lower(tag) || '-')
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"externalId":', coalesce(to_json(t10.external_id), 'null'), ',"url":', coalesce(to_json(t10.url), 'null'), '}') as "$"
    from (
      select t10.external_id,
      t10.url,
      coalesce(t10.published_start, '-infinity'::timestamptz) as "$1",
      t10.id as "$2"
      from articles t10
      where exists (
        select
        from unnest($10::text[]) tag
        where lower(t10.language) = lower(tag) or starts_with(lower(t10.language), lower(tag) || '-')
      )
      order by coalesce(t10.published_start, '-infinity'::timestamptz) desc,
      t10.id desc
      limit 20
    ) t10
    order by t10."$1" desc,
    t10."$2" desc
  ) "$"
), ',"british":', (
  select concat('{"totalCount":', (
    select count(*)
    from articles t11
    where exists (
      select
      from unnest($11::text[]) tag
      where lower(t11.language) = lower(tag) or starts_with(lower(t11.language), lower(tag) || '-')
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"externalId":', coalesce(to_json(t12.external_id), 'null'), ',"url":', coalesce(to_json(t12.url), 'null'), '}') as "$"
    from (
      select t12.external_id,
      t12.url,
      coalesce(t12.published_start, '-infinity'::timestamptz) as "$1",
      t12.id as "$2"
      from articles t12
      where exists (
        select
        from unnest($12::text[]) tag
        where lower(t12.language) = lower(tag) or starts_with(lower(t12.language), lower(tag) || '-')
      )
      order by coalesce(t12.published_start, '-infinity'::timestamptz) desc,
      t12.id desc
      limit 20
    ) t12
    order by t12."$1" desc,
    t12."$2" desc
  ) "$"
), ',"noLanguage":', (
  select concat('{"totalCount":', (
    select count(*)
    from articles t13
    where exists (
      select
      from unnest($13::text[]) tag
      where lower(t13.language) = lower(tag) or starts_with(lower(t13.language), lower(tag) || '-')
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"externalId":', coalesce(to_json(t14.external_id), 'null'), ',"url":', coalesce(to_json(t14.url), 'null'), '}') as "$"
    from (
      select t14.external_id,
      t14.url,
      coalesce(t14.published_start, '-infinity'::timestamptz) as "$1",
      t14.id as "$2"
      from articles t14
      where exists (
        select
        from unnest($14::text[]) tag
        where lower(t14.language) = lower(tag) or starts_with(lower(t14.language), lower(tag) || '-')
      )
      order by coalesce(t14.published_start, '-infinity'::timestamptz) desc,
      t14.id desc
      limit 20
    ) t14
    order by t14."$1" desc,
    t14."$2" desc
  ) "$"
), ',"since":', (
  select concat('{"totalCount":', (
    select count(*)
    from articles t15
    where t15.published_start >= $15::timestamptz
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"externalId":', coalesce(to_json(t16.external_id), 'null'), ',"url":', coalesce(to_json(t16.url), 'null'), '}') as "$"
    from (
      select t16.external_id,
      t16.url,
      coalesce(t16.published_start, '-infinity'::timestamptz) as "$1",
      t16.id as "$2"
      from articles t16
      where t16.published_start >= $16::timestamptz
      order by coalesce(t16.published_start, '-infinity'::timestamptz) desc,
      t16.id desc
      limit 20
    ) t16
    order by t16."$1" desc,
    t16."$2" desc
  ) "$"
), ',"before":', (
  select concat('{"totalCount":', (
    select count(*)
    from articles t17
    where t17.published_start < $17::timestamptz
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"externalId":', coalesce(to_json(t18.external_id), 'null'), ',"url":', coalesce(to_json(t18.url), 'null'), '}') as "$"
    from (
      select t18.external_id,
      t18.url,
      coalesce(t18.published_start, '-infinity'::timestamptz) as "$1",
      t18.id as "$2"
      from articles t18
      where t18.published_start < $18::timestamptz
      order by coalesce(t18.published_start, '-infinity'::timestamptz) desc,
      t18.id desc
      limit 20
    ) t18
    order by t18."$1" desc,
    t18."$2" desc
  ) "$"
), ',"between":', (
  select concat('{"totalCount":', (
    select count(*)
    from articles t19
    where t19.published_start >= $19::timestamptz
    and t19.published_start < $20::timestamptz
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"externalId":', coalesce(to_json(t20.external_id), 'null'), ',"url":', coalesce(to_json(t20.url), 'null'), '}') as "$"
    from (
      select t20.external_id,
      t20.url,
      coalesce(t20.published_start, '-infinity'::timestamptz) as "$1",
      t20.id as "$2"
      from articles t20
      where t20.published_start >= $21::timestamptz
      and t20.published_start < $22::timestamptz
      order by coalesce(t20.published_start, '-infinity'::timestamptz) desc,
      t20.id desc
      limit 20
    ) t20
    order by t20."$1" desc,
    t20."$2" desc
  ) "$"
), ',"stored":', (
  select concat('{"totalCount":', (
    select count(*)
    from articles t21
    where t21.stored_at >= $23::timestamptz
    and t21.stored_at < $24::timestamptz
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"externalId":', coalesce(to_json(t22.external_id), 'null'), ',"url":', coalesce(to_json(t22.url), 'null'), '}') as "$"
    from (
      select t22.external_id,
      t22.url,
      coalesce(t22.published_start, '-infinity'::timestamptz) as "$1",
      t22.id as "$2"
      from articles t22
      where t22.stored_at >= $25::timestamptz
      and t22.stored_at < $26::timestamptz
      order by coalesce(t22.published_start, '-infinity'::timestamptz) desc,
      t22.id desc
      limit 20
    ) t22
    order by t22."$1" desc,
    t22."$2" desc
  ) "$"
), ',"actors":', (
  select concat('{"totalCount":', (
    select count(*)
    from articles t23
    where t23.id in (
      select f.article_id
      from article_actors f
      where (f.actor_id = any($27::uuid[]) or f.actor_id = any(array(
        select m.actor_id
        from former_actors m
        where m.former_id = any($27::uuid[])
      )) and (exists (
        select
        from former_actors m
        where m.former_id = any($27::uuid[])
      ))::int = 1)
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"externalId":', coalesce(to_json(t24.external_id), 'null'), ',"url":', coalesce(to_json(t24.url), 'null'), '}') as "$"
    from (
      select t24.external_id,
      t24.url,
      coalesce(t24.published_start, '-infinity'::timestamptz) as "$1",
      t24.id as "$2"
      from articles t24
      where t24.id in (
        select f.article_id
        from article_actors f
        where (f.actor_id = any($28::uuid[]) or f.actor_id = any(array(
          select m.actor_id
          from former_actors m
          where m.former_id = any($28::uuid[])
        )) and (exists (
          select
          from former_actors m
          where m.former_id = any($28::uuid[])
        ))::int = 1)
      )
      order by coalesce(t24.published_start, '-infinity'::timestamptz) desc,
      t24.id desc
      limit 20
    ) t24
    order by t24."$1" desc,
    t24."$2" desc
  ) "$"
), ',"allActors":', (
  select concat('{"totalCount":', (
    select count(*)
    from articles t25
    where cardinality($29::uuid[]) > 0
    and (
      select count(*)
      from article_actors f
      where f.article_id = t25.id
      and f.actor_id = any(array(
        select coalesce((
          select m.actor_id
          from former_actors m
          where m.former_id = g
        ), g)
        from unnest($29::uuid[]) g
      ))
    ) = (
      select count(distinct f)
      from unnest(array(
        select coalesce((
          select m.actor_id
          from former_actors m
          where m.former_id = g
        ), g)
        from unnest($29::uuid[]) g
      )) f
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"externalId":', coalesce(to_json(t26.external_id), 'null'), ',"url":', coalesce(to_json(t26.url), 'null'), '}') as "$"
    from (
      select t26.external_id,
      t26.url,
      coalesce(t26.published_start, '-infinity'::timestamptz) as "$1",
      t26.id as "$2"
      from articles t26
      where cardinality($30::uuid[]) > 0
      and (
        select count(*)
        from article_actors f
        where f.article_id = t26.id
        and f.actor_id = any(array(
          select coalesce((
            select m.actor_id
            from former_actors m
            where m.former_id = g
          ), g)
          from unnest($30::uuid[]) g
        ))
      ) = (
        select count(distinct f)
        from unnest(array(
          select coalesce((
            select m.actor_id
            from former_actors m
            where m.former_id = g
          ), g)
          from unnest($30::uuid[]) g
        )) f
      )
      order by coalesce(t26.published_start, '-infinity'::timestamptz) desc,
      t26.id desc
      limit 20
    ) t26
    order by t26."$1" desc,
    t26."$2" desc
  ) "$"
), ',"events":', (
  select concat('{"totalCount":', (
    select count(*)
    from articles t27
    where t27.id in (
      select f.article_id
      from article_events f
      where f.event_id = any($31::uuid[])
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"externalId":', coalesce(to_json(t28.external_id), 'null'), ',"url":', coalesce(to_json(t28.url), 'null'), '}') as "$"
    from (
      select t28.external_id,
      t28.url,
      coalesce(t28.published_start, '-infinity'::timestamptz) as "$1",
      t28.id as "$2"
      from articles t28
      where t28.id in (
        select f.article_id
        from article_events f
        where f.event_id = any($32::uuid[])
      )
      order by coalesce(t28.published_start, '-infinity'::timestamptz) desc,
      t28.id desc
      limit 20
    ) t28
    order by t28."$1" desc,
    t28."$2" desc
  ) "$"
), ',"quotes":', (
  select concat('{"totalCount":', (
    select count(*)
    from articles t29
    where t29.id in (
      select f.article_id
      from quotes f
      where f.id = any($33::uuid[])
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"externalId":', coalesce(to_json(t30.external_id), 'null'), ',"url":', coalesce(to_json(t30.url), 'null'), '}') as "$"
    from (
      select t30.external_id,
      t30.url,
      coalesce(t30.published_start, '-infinity'::timestamptz) as "$1",
      t30.id as "$2"
      from articles t30
      where t30.id in (
        select f.article_id
        from quotes f
        where f.id = any($34::uuid[])
      )
      order by coalesce(t30.published_start, '-infinity'::timestamptz) desc,
      t30.id desc
      limit 20
    ) t30
    order by t30."$1" desc,
    t30."$2" desc
  ) "$"
), ',"joinedByAnd":', (
  select concat('{"totalCount":', (
    select count(*)
    from articles t31
    where t31.source_id = any($35::uuid[])
    and exists (
      select
      from unnest($36::text[]) tag
      where lower(t31.language) = lower(tag) or starts_with(lower(t31.language), lower(tag) || '-')
    )
    and t31.id in (
      select f.article_id
      from article_actors f
      where (f.actor_id = any($37::uuid[]) or f.actor_id = any(array(
        select m.actor_id
        from former_actors m
        where m.former_id = any($37::uuid[])
      )) and (exists (
        select
        from former_actors m
        where m.former_id = any($37::uuid[])
      ))::int = 1)
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"externalId":', coalesce(to_json(t32.external_id), 'null'), ',"url":', coalesce(to_json(t32.url), 'null'), '}') as "$"
    from (
      select t32.external_id,
      t32.url,
      coalesce(t32.published_start, '-infinity'::timestamptz) as "$1",
      t32.id as "$2"
      from articles t32
      where t32.source_id = any($38::uuid[])
      and exists (
        select
        from unnest($39::text[]) tag
        where lower(t32.language) = lower(tag) or starts_with(lower(t32.language), lower(tag) || '-')
      )
      and t32.id in (
        select f.article_id
        from article_actors f
        where (f.actor_id = any($40::uuid[]) or f.actor_id = any(array(
          select m.actor_id
          from former_actors m
          where m.former_id = any($40::uuid[])
        )) and (exists (
          select
          from former_actors m
          where m.former_id = any($40::uuid[])
        ))::int = 1)
      )
      order by coalesce(t32.published_start, '-infinity'::timestamptz) desc,
      t32.id desc
      limit 20
    ) t32
    order by t32."$1" desc,
    t32."$2" desc
  ) "$"
), ',"emptyList":', (
  select concat('{"totalCount":', (
    select count(*)
    from articles t33
    where t33.id = any($41::uuid[])
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"externalId":', coalesce(to_json(t34.external_id), 'null'), ',"url":', coalesce(to_json(t34.url), 'null'), '}') as "$"
    from (
      select t34.external_id,
      t34.url,
      coalesce(t34.published_start, '-infinity'::timestamptz) as "$1",
      t34.id as "$2"
      from articles t34
      where t34.id = any($42::uuid[])
      order by coalesce(t34.published_start, '-infinity'::timestamptz) desc,
      t34.id desc
      limit 20
    ) t34
    order by t34."$1" desc,
    t34."$2" desc
  ) "$"
), ',"emptyAll":', (
  select concat('{"totalCount":', (
    select count(*)
    from articles t35
    where cardinality($43::uuid[]) > 0
    and (
      select count(*)
      from article_actors f
      where f.article_id = t35.id
      and f.actor_id = any(array(
        select coalesce((
          select m.actor_id
          from former_actors m
          where m.former_id = g
        ), g)
        from unnest($43::uuid[]) g
      ))
    ) = (
      select count(distinct f)
      from unnest(array(
        select coalesce((
          select m.actor_id
          from former_actors m
          where m.former_id = g
        ), g)
        from unnest($43::uuid[]) g
      )) f
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"externalId":', coalesce(to_json(t36.external_id), 'null'), ',"url":', coalesce(to_json(t36.url), 'null'), '}') as "$"
    from (
      select t36.external_id,
      t36.url,
      coalesce(t36.published_start, '-infinity'::timestamptz) as "$1",
      t36.id as "$2"
      from articles t36
      where cardinality($44::uuid[]) > 0
      and (
        select count(*)
        from article_actors f
        where f.article_id = t36.id
        and f.actor_id = any(array(
          select coalesce((
            select m.actor_id
            from former_actors m
            where m.former_id = g
          ), g)
          from unnest($44::uuid[]) g
        ))
      ) = (
        select count(distinct f)
        from unnest(array(
          select coalesce((
            select m.actor_id
            from former_actors m
            where m.former_id = g
          ), g)
          from unnest($44::uuid[]) g
        )) f
      )
      order by coalesce(t36.published_start, '-infinity'::timestamptz) desc,
      t36.id desc
      limit 20
    ) t36
    order by t36."$1" desc,
    t36."$2" desc
  ) "$"
), ',"nulls":{"totalCount":', (
  select count(*)
  from articles t37
), '},"none":{"totalCount":', (
  select count(*)
  from articles t38
), '}}'), 'UTF8')
