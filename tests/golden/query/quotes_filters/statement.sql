select convert_to(concat('{"ids":', (
  select concat('{"totalCount":', (
    select count(*)
    from quotes t1
    where t1.id = any($1::uuid[])
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"text":', to_json(t2.exact), '}') as "$"
    from (
      select t2.exact,
      coalesce(t2.published_start, '-infinity'::timestamptz) as "$1",
      t2.id as "$2"
      from quotes t2
      where t2.id = any($2::uuid[])
      order by coalesce(t2.published_start, '-infinity'::timestamptz) desc,
      t2.id desc
      limit 20
    ) t2
    order by t2."$1" desc,
    t2."$2" desc
  ) "$"
), ',"given":', (
  select concat('{"totalCount":', (
    select count(*)
    from quotes t3
    where (t3.speaker_id is not null) = $3::bool
    and t3.published_start >= $4::timestamptz
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"text":', to_json(t4.exact), '}') as "$"
    from (
      select t4.exact,
      coalesce(t4.published_start, '-infinity'::timestamptz) as "$1",
      t4.id as "$2"
      from quotes t4
      where (t4.speaker_id is not null) = $5::bool
      and t4.published_start >= $6::timestamptz
      order by coalesce(t4.published_start, '-infinity'::timestamptz) desc,
      t4.id desc
      limit 20
    ) t4
    order by t4."$1" desc,
    t4."$2" desc
  ) "$"
), ',"speakers":', (
  select concat('{"totalCount":', (
    select count(*)
    from quotes t5
    where (t5.speaker_id = any($7::uuid[]) or t5.speaker_id = any(array(
      select m.actor_id
      from former_actors m
      where m.former_id = any($7::uuid[])
    )) and (exists (
      select
      from former_actors m
      where m.former_id = any($7::uuid[])
    ))::int = 1)
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"text":', to_json(t6.exact), '}') as "$"
    from (
      select t6.exact,
      coalesce(t6.published_start, '-infinity'::timestamptz) as "$1",
      t6.id as "$2"
      from quotes t6
      where (t6.speaker_id = any($8::uuid[]) or t6.speaker_id = any(array(
        select m.actor_id
        from former_actors m
        where m.former_id = any($8::uuid[])
      )) and (exists (
        select
        from former_actors m
        where m.former_id = any($8::uuid[])
      ))::int = 1)
      order by coalesce(t6.published_start, '-infinity'::timestamptz) desc,
      t6.id desc
      limit 20
    ) t6
    order by t6."$1" desc,
    t6."$2" desc
  ) "$"
), ',"speakersMerged":', (
  select concat('{"totalCount":', (
    select count(*)
    from quotes t7
    where (t7.speaker_id = any($9::uuid[]) or t7.speaker_id = any(array(
      select m.actor_id
      from former_actors m
      where m.former_id = any($9::uuid[])
    )) and (exists (
      select
      from former_actors m
      where m.former_id = any($9::uuid[])
    ))::int = 1)
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"text":', to_json(t8.exact), '}') as "$"
    from (
      select t8.exact,
      coalesce(t8.published_start, '-infinity'::timestamptz) as "$1",
      t8.id as "$2"
      from quotes t8
      where (t8.speaker_id = any($10::uuid[]) or t8.speaker_id = any(array(
        select m.actor_id
        from former_actors m
        where m.former_id = any($10::uuid[])
      )) and (exists (
        select
        from former_actors m
        where m.former_id = any($10::uuid[])
      ))::int = 1)
      order by coalesce(t8.published_start, '-infinity'::timestamptz) desc,
      t8.id desc
      limit 20
    ) t8
    order by t8."$1" desc,
    t8."$2" desc
  ) "$"
), ',"attributed":', (
  select concat('{"totalCount":', (
    select count(*)
    from quotes t9
    where (t9.speaker_id is not null) = $11::bool
    and t9.source_id = any($12::uuid[])
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"text":', to_json(t10.exact), '}') as "$"
    from (
      select t10.exact,
      coalesce(t10.published_start, '-infinity'::timestamptz) as "$1",
      t10.id as "$2"
      from quotes t10
      where (t10.speaker_id is not null) = $13::bool
      and t10.source_id = any($14::uuid[])
      order by coalesce(t10.published_start, '-infinity'::timestamptz) desc,
      t10.id desc
      limit 20
    ) t10
    order by t10."$1" desc,
    t10."$2" desc
  ) "$"
), ',"unattributed":', (
  select concat('{"totalCount":', (
    select count(*)
    from quotes t11
    where (t11.speaker_id is not null) = $15::bool
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"text":', to_json(t12.exact), '}') as "$"
    from (
      select t12.exact,
      coalesce(t12.published_start, '-infinity'::timestamptz) as "$1",
      t12.id as "$2"
      from quotes t12
      where (t12.speaker_id is not null) = $16::bool
      order by coalesce(t12.published_start, '-infinity'::timestamptz) desc,
      t12.id desc
      limit 20
    ) t12
    order by t12."$1" desc,
    t12."$2" desc
  ) "$"
), ',"kinds":', (
  select concat('{"totalCount":', (
    select count(*)
    from quotes t13
    where t13.kind = any($17::text[])
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"text":', to_json(t14.exact), '}') as "$"
    from (
      select t14.exact,
      coalesce(t14.published_start, '-infinity'::timestamptz) as "$1",
      t14.id as "$2"
      from quotes t14
      where t14.kind = any($18::text[])
      order by coalesce(t14.published_start, '-infinity'::timestamptz) desc,
      t14.id desc
      limit 20
    ) t14
    order by t14."$1" desc,
    t14."$2" desc
  ) "$"
), ',"sure":', (
  select concat('{"totalCount":', (
    select count(*)
    from quotes t15
    where exists (
      select
      from attributions f
      where f.quote_id = t15.id
      and f.confidence >= $19::float8
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"text":', to_json(t16.exact), '}') as "$"
    from (
      select t16.exact,
      coalesce(t16.published_start, '-infinity'::timestamptz) as "$1",
      t16.id as "$2"
      from quotes t16
      where exists (
        select
        from attributions f
        where f.quote_id = t16.id
        and f.confidence >= $20::float8
      )
      order by coalesce(t16.published_start, '-infinity'::timestamptz) desc,
      t16.id desc
      limit 20
    ) t16
    order by t16."$1" desc,
    t16."$2" desc
  ) "$"
), ',"withAnyConfidence":', (
  select concat('{"totalCount":', (
    select count(*)
    from quotes t17
    where exists (
      select
      from attributions f
      where f.quote_id = t17.id
      and f.confidence >= $21::float8
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"text":', to_json(t18.exact), '}') as "$"
    from (
      select t18.exact,
      coalesce(t18.published_start, '-infinity'::timestamptz) as "$1",
      t18.id as "$2"
      from quotes t18
      where exists (
        select
        from attributions f
        where f.quote_id = t18.id
        and f.confidence >= $22::float8
      )
      order by coalesce(t18.published_start, '-infinity'::timestamptz) desc,
      t18.id desc
      limit 20
    ) t18
    order by t18."$1" desc,
    t18."$2" desc
  ) "$"
), ',"mentionedLast":', (
  select concat('{"totalCount":', (
    select count(*)
    from quotes t19
    where exists (
      select
      from mentions f
      where f.article_id = t19.article_id
      and (f.actor_id = any($23::uuid[]) or f.actor_id = any(array(
        select m.actor_id
        from former_actors m
        where m.former_id = any($23::uuid[])
      )) and (exists (
        select
        from former_actors m
        where m.former_id = any($23::uuid[])
      ))::int = 1)
      and f.form = 'NAME'
      and f.span_start >= t19.span_start
      and f.span_end <= t19.span_end
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"text":', to_json(t20.exact), '}') as "$"
    from (
      select t20.exact,
      coalesce(t20.published_start, '-infinity'::timestamptz) as "$1",
      t20.id as "$2"
      from quotes t20
      where exists (
        select
        from mentions f
        where f.article_id = t20.article_id
        and (f.actor_id = any($24::uuid[]) or f.actor_id = any(array(
          select m.actor_id
          from former_actors m
          where m.former_id = any($24::uuid[])
        )) and (exists (
          select
          from former_actors m
          where m.former_id = any($24::uuid[])
        ))::int = 1)
        and f.form = 'NAME'
        and f.span_start >= t20.span_start
        and f.span_end <= t20.span_end
      )
      order by coalesce(t20.published_start, '-infinity'::timestamptz) desc,
      t20.id desc
      limit 20
    ) t20
    order by t20."$1" desc,
    t20."$2" desc
  ) "$"
), ',"mentionedActors":', (
  select concat('{"totalCount":', (
    select count(*)
    from quotes t21
    where exists (
      select
      from mentions f
      where f.article_id = t21.article_id
      and (f.actor_id = any($25::uuid[]) or f.actor_id = any(array(
        select m.actor_id
        from former_actors m
        where m.former_id = any($25::uuid[])
      )) and (exists (
        select
        from former_actors m
        where m.former_id = any($25::uuid[])
      ))::int = 1)
      and f.form = 'NAME'
      and f.span_start >= t21.span_start
      and f.span_end <= t21.span_end
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"text":', to_json(t22.exact), '}') as "$"
    from (
      select t22.exact,
      coalesce(t22.published_start, '-infinity'::timestamptz) as "$1",
      t22.id as "$2"
      from quotes t22
      where exists (
        select
        from mentions f
        where f.article_id = t22.article_id
        and (f.actor_id = any($26::uuid[]) or f.actor_id = any(array(
          select m.actor_id
          from former_actors m
          where m.former_id = any($26::uuid[])
        )) and (exists (
          select
          from former_actors m
          where m.former_id = any($26::uuid[])
        ))::int = 1)
        and f.form = 'NAME'
        and f.span_start >= t22.span_start
        and f.span_end <= t22.span_end
      )
      order by coalesce(t22.published_start, '-infinity'::timestamptz) desc,
      t22.id desc
      limit 20
    ) t22
    order by t22."$1" desc,
    t22."$2" desc
  ) "$"
), ',"sources":', (
  select concat('{"totalCount":', (
    select count(*)
    from quotes t23
    where t23.source_id = any($27::uuid[])
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"text":', to_json(t24.exact), '}') as "$"
    from (
      select t24.exact,
      coalesce(t24.published_start, '-infinity'::timestamptz) as "$1",
      t24.id as "$2"
      from quotes t24
      where t24.source_id = any($28::uuid[])
      order by coalesce(t24.published_start, '-infinity'::timestamptz) desc,
      t24.id desc
      limit 20
    ) t24
    order by t24."$1" desc,
    t24."$2" desc
  ) "$"
), ',"languages":', (
  select concat('{"totalCount":', (
    select count(*)
    from quotes t25
    where exists (
      select
      from articles a
      where a.id = t25.article_id
      and exists (
        select
        from unnest($29::text[]) tag
        where lower(a.language) = lower(tag) or starts_with(lower(a.language), lower(tag) || '-')
      )
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"text":', to_json(t26.exact), '}') as "$"
    from (
      select t26.exact,
      coalesce(t26.published_start, '-infinity'::timestamptz) as "$1",
      t26.id as "$2"
      from quotes t26
      where exists (
        select
        from articles a
        where a.id = t26.article_id
        and exists (
          select
          from unnest($30::text[]) tag
          where lower(a.language) = lower(tag) or starts_with(lower(a.language), lower(tag) || '-')
        )
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
    from quotes t27
    where t27.id in (
      select f.quote_id
      from event_quotes f
      where f.event_id = any($31::uuid[])
    )
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"text":', to_json(t28.exact), '}') as "$"
    from (
      select t28.exact,
      coalesce(t28.published_start, '-infinity'::timestamptz) as "$1",
      t28.id as "$2"
      from quotes t28
      where t28.id in (
        select f.quote_id
        from event_quotes f
        where f.event_id = any($32::uuid[])
      )
      order by coalesce(t28.published_start, '-infinity'::timestamptz) desc,
      t28.id desc
      limit 20
    ) t28
    order by t28."$1" desc,
    t28."$2" desc
  ) "$"
), ',"published":', (
  select concat('{"totalCount":', (
    select count(*)
    from quotes t29
    where t29.published_start >= $33::timestamptz
    and t29.published_start < $34::timestamptz
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"text":', to_json(t30.exact), '}') as "$"
    from (
      select t30.exact,
      coalesce(t30.published_start, '-infinity'::timestamptz) as "$1",
      t30.id as "$2"
      from quotes t30
      where t30.published_start >= $35::timestamptz
      and t30.published_start < $36::timestamptz
      order by coalesce(t30.published_start, '-infinity'::timestamptz) desc,
      t30.id desc
      limit 20
    ) t30
    order by t30."$1" desc,
    t30."$2" desc
  ) "$"
), ',"articles":', (
  select concat('{"totalCount":', (
    select count(*)
    from quotes t31
    where t31.article_id = any($37::uuid[])
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"text":', to_json(t32.exact), '}') as "$"
    from (
      select t32.exact,
      coalesce(t32.published_start, '-infinity'::timestamptz) as "$1",
      t32.id as "$2"
      from quotes t32
      where t32.article_id = any($38::uuid[])
      order by coalesce(t32.published_start, '-infinity'::timestamptz) desc,
      t32.id desc
      limit 20
    ) t32
    order by t32."$1" desc,
    t32."$2" desc
  ) "$"
), '}'), 'UTF8')
