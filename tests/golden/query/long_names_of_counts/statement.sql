select convert_to(concat('{"articles":', (
  select concat('{"edges":[', string_agg(t1."$o0", ',' order by t1."$n" desc) filter (where t1."$n" <= 1), '],"ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff":', (with t4 as materialized (
    select row_number() over (order by coalesce(t3.published_start, '-infinity'::timestamptz) desc, t3.id desc) as "$n",
    t3.published_start as k1,
    t3.id as k2
    from articles t3
    order by coalesce(t3.published_start, '-infinity'::timestamptz) desc,
    t3.id desc
    limit 10001
  ) select concat('{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":', (
    select count(*) > 10000
    from t4
  )::text, ',"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":"', t5.key, '","aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab":', t5.count, '}') as "$"
      from (
        select to_char(date_trunc('year', least(greatest(t4.k1, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
        count(*) as count
        from t4
        where t4."$n" <= 10000
        and t4.k1 is not null group by 1
        order by key
      ) t5
    ) "$"
  ), ',"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":', (
        select concat('{	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":', to_json(t8.name), '}') as "$"
        from actors t8
        where t8.id = t7.key
      ), ',"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab":', t7.count, '}') as "$"
      from (
        select t6.actor_id as key,
        count(*) as count
        from t4
        join article_actors t6 on t6.article_id = t4.k2
        where t4."$n" <= 10000
        and t6.actor_id is not null group by 1
        order by count desc,
        key
        limit 1
      ) t7
    ) "$"
  ), '}')), '}')
  from (
    select t2."$n",
    t2."$1",
    t2."$2",
    concat('{"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee":"', (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $1::text || json_build_array((t2."$1")::text, (t2."$2")::text)::text
      ) as c (p)
    ), '","eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeen":{	"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn":', coalesce(to_json(t2.headline), 'null'), '}}') as "$o0"
    from (
      select t2.headline,
      coalesce(t2.published_start, '-infinity'::timestamptz) as "$1",
      t2.id as "$2",
      row_number() over (order by coalesce(t2.published_start, '-infinity'::timestamptz), t2.id) as "$n"
      from articles t2
      order by coalesce(t2.published_start, '-infinity'::timestamptz),
      t2.id
      limit 2
    ) t2
  ) t1
  having true
), ',"actors":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc":', (with t12 as materialized (
      select row_number() over (order by coalesce(t11.published_start, '-infinity'::timestamptz) desc, t11.article_id desc) as "$n",
      t11.article_id as k1
      from article_actors t11
      join articles t10 on t10.id = t11.article_id
      where t11.actor_id = t9.id
      order by coalesce(t11.published_start, '-infinity'::timestamptz) desc,
      t11.article_id desc
      limit 10001
    ) select concat('{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":', (
      select count(*) > 10000
      from t12
    )::text, ',"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab":', (
      select concat('[', string_agg("$"."$", ','), ']')
      from (
        select concat('{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":', (
          select concat('{	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":', to_json(t15.name), '}') as "$"
          from actors t15
          where t15.id = t14.key
        ), ',"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab":', t14.count, '}') as "$"
        from (
          select t13.actor_id as key,
          count(*) as count
          from t12
          join article_actors t13 on t13.article_id = t12.k1
          where t12."$n" <= 10000
          and t13.actor_id is not null
          and t13.actor_id <> t9.id group by 1
          order by count desc,
          key
          limit 1
        ) t14
      ) "$"
    ), '}')), '}') as "$"
    from (
      select t9.id,
      t9.mention_count as "$1",
      t9.id as "$2"
      from actors t9
      order by t9.mention_count desc,
      t9.id desc
      limit 1
    ) t9
    order by t9."$1" desc,
    t9."$2" desc
  ) "$"
), '}'), 'UTF8')
