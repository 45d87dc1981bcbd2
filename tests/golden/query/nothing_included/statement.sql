select convert_to(concat('{"actor":', coalesce((
  select concat('{	}') as "$"
  from actors t1
  where t1.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $1::uuid
  ), $1::uuid)
), 'null'), ',"articles":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	}') as "$"
    from (
      select coalesce(t2.published_start, '-infinity'::timestamptz) as "$1",
      t2.id as "$2"
      from articles t2
      order by coalesce(t2.published_start, '-infinity'::timestamptz) desc,
      t2.id desc
      limit 2
    ) t2
    order by t2."$1" desc,
    t2."$2" desc
  ) "$"
), ',"paged":', (
  select concat('{"edges":[', string_agg(t3."$o0", ',' order by t3."$n") filter (where t3."$n" <= 1), '],"pageInfo":{}}')
  from (
    select t4."$n",
    t4."$1",
    t4."$2",
    concat('{"node":{	}}') as "$o0"
    from (
      select coalesce(t4.published_start, '-infinity'::timestamptz) as "$1",
      t4.id as "$2",
      row_number() over (order by coalesce(t4.published_start, '-infinity'::timestamptz) desc, t4.id desc) as "$n"
      from articles t4
      order by coalesce(t4.published_start, '-infinity'::timestamptz) desc,
      t4.id desc
      limit 2
    ) t4
  ) t3
  having true
), ',"sources":{},"quote":', coalesce((
  select concat('{	"span":{},"mentionedActors":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{	}') as "$"
      from (
        select t6.id,
        t6.name_folded
        from actors t6
        where t6.id in (
          select m.actor_id
          from mentions m
          where m.article_id = t5.article_id
          and m.form = 'NAME'
          and m.span_start >= t5.span_start
          and m.span_end <= t5.span_end
        )
        order by t6.name_folded,
        t6.id
      ) t6
      order by t6.name_folded,
      t6.id
    ) "$"
  ), ',"attribution":', coalesce(t7."$", 'null'), '}') as "$"
  from quotes t5 left
  join lateral (
    select concat('{	}') as "$"
    from attributions t7
    where t7.quote_id = t5.id
  ) t7 on true
  where t5.id = $2::uuid
), 'null'), ',"nodes":', (
  select concat('[', string_agg("$"."$", ','), ']')
  from (
    select concat(coalesce((
      select concat('{	}') as "$"
      from sources t9
      where t9.id = t8.source
    ), (
      select concat('{	}') as "$"
      from articles t10
      where t10.id = t8.article
    ), (
      select concat('{	}') as "$"
      from actors t11
      where t11.id = coalesce((
        select m.actor_id
        from former_actors m
        where m.former_id = t8.actor
      ), t8.actor)
    ), (
      select concat('{	}') as "$"
      from quotes t12
      where t12.id = t8.quote
    ), (
      select concat('{	}') as "$"
      from utterances t13
      where t13.id = t8.utterance
    ), (
      select concat('{	}') as "$"
      from events t14
      where t14.id = t8.event
    ), 'null')) as "$"
    from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[]) with ordinality t8 (source, article, actor, quote, utterance, event, n)
    order by t8.n
  ) "$"
), '}'), 'UTF8')
