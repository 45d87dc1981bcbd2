select convert_to(concat('{"article":', coalesce((
  select concat('{	"mentions":', (
    select concat('{"totalCount":', (
      select count(*)
      from mentions t4
      where t4.article_id = t1.id
    ), ',"pageInfo":{"hasNextPage":', (count(*) > 20)::text, '},"nodes":[', string_agg(t2."$o2", ',' order by t2."$n") filter (where t2."$n" <= 20), ']}')
    from (
      select t3."$n",
      t3."$1",
      t3."$2",
      t3."$3",
      concat('{	"span":{"start":', t3.span_start, '}}') as "$o2"
      from (
        select t3.span_start,
        t3.span_start as "$1",
        t3.span_end as "$2",
        t3.actor_id as "$3",
        row_number() over (order by t3.span_start, t3.span_end, t3.actor_id) as "$n"
        from mentions t3
        where t3.article_id = t1.id
        order by t3.span_start,
        t3.span_end,
        t3.actor_id
        limit 21
      ) t3
    ) t2
    having true
  ), ',"absent":', (
    select concat('{"pageInfo":{"hasNextPage":', (count(*) > 20)::text, '},"nodes":[', string_agg(t5."$o1", ',' order by t5."$n") filter (where t5."$n" <= 20), ']}')
    from (
      select t6."$n",
      t6."$1",
      t6."$2",
      t6."$3",
      concat('{	"form":"', t6.form, '"}') as "$o1"
      from (
        select t6.form,
        t6.span_start as "$1",
        t6.span_end as "$2",
        t6.actor_id as "$3",
        row_number() over (order by t6.span_start, t6.span_end, t6.actor_id) as "$n"
        from mentions t6
        where t6.article_id = t1.id
        order by t6.span_start,
        t6.span_end,
        t6.actor_id
        limit 21
      ) t6
    ) t5
    having true
  ), ',"null":', (
    select concat('{"pageInfo":{"hasNextPage":', (count(*) > 20)::text, '},"nodes":[', string_agg(t7."$o1", ',' order by t7."$n") filter (where t7."$n" <= 20), ']}')
    from (
      select t8."$n",
      t8."$1",
      t8."$2",
      t8."$3",
      concat('{	"form":"', t8.form, '"}') as "$o1"
      from (
        select t8.form,
        t8.span_start as "$1",
        t8.span_end as "$2",
        t8.actor_id as "$3",
        row_number() over (order by t8.span_start, t8.span_end, t8.actor_id) as "$n"
        from mentions t8
        where t8.article_id = t1.id
        order by t8.span_start,
        t8.span_end,
        t8.actor_id
        limit 21
      ) t8
    ) t7
    having true
  ), '}') as "$"
  from articles t1
  where t1.id = $1::uuid
), 'null'), '}'), 'UTF8')
