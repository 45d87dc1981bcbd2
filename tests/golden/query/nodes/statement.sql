select convert_to(concat('{"article":', coalesce((
  select concat('{	"__typename":"Source","id":"source_', t1.id, '"}') as "$"
  from sources t1
  where t1.id = $1::uuid
), (
  select concat('{	"__typename":"Article","id":"article_', t2.id, '","language":', to_json(t2.language), '}') as "$"
  from articles t2
  where t2.id = $2::uuid
), (
  select concat('{	"__typename":"Actor","id":"actor_', t3.id, '","name":', to_json(t3.name), '}') as "$"
  from actors t3
  where t3.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $3::uuid
  ), $3::uuid)
), (
  select concat('{	"__typename":"Quote","id":"quote_', t4.id, '"}') as "$"
  from quotes t4
  where t4.id = $4::uuid
), (
  select concat('{	"__typename":"Utterance","id":"utterance_', t5.id, '"}') as "$"
  from utterances t5
  where t5.id = $5::uuid
), (
  select concat('{	"__typename":"Event","id":"event_', t6.id, '"}') as "$"
  from events t6
  where t6.id = $6::uuid
), 'null'), ',"actor":', coalesce((
  select concat('{	"__typename":"Source","label":', to_json(t7.name), ',"domain":', coalesce(to_json(t7.domain), 'null'), '}') as "$"
  from sources t7
  where t7.id = $7::uuid
), (
  select concat('{	"__typename":"Article"}') as "$"
  from articles t8
  where t8.id = $8::uuid
), (
  select concat('{	"__typename":"Actor","label":', to_json(t9.name), ',"kind":"', t9.kind, '"}') as "$"
  from actors t9
  where t9.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $9::uuid
  ), $9::uuid)
), (
  select concat('{	"__typename":"Quote"}') as "$"
  from quotes t10
  where t10.id = $10::uuid
), (
  select concat('{	"__typename":"Utterance"}') as "$"
  from utterances t11
  where t11.id = $11::uuid
), (
  select concat('{	"__typename":"Event","label":', to_json(t12.name), '}') as "$"
  from events t12
  where t12.id = $12::uuid
), 'null'), ',"quote":', coalesce((
  select concat('{	"id":"source_', t13.id, '"}') as "$"
  from sources t13
  where t13.id = $13::uuid
), (
  select concat('{	"id":"article_', t14.id, '"}') as "$"
  from articles t14
  where t14.id = $14::uuid
), (
  select concat('{	"id":"actor_', t15.id, '"}') as "$"
  from actors t15
  where t15.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $15::uuid
  ), $15::uuid)
), (
  select concat('{	"id":"quote_', t16.id, '","text":', to_json(t16.exact), '}') as "$"
  from quotes t16
  where t16.id = $16::uuid
), (
  select concat('{	"id":"utterance_', t17.id, '"}') as "$"
  from utterances t17
  where t17.id = $17::uuid
), (
  select concat('{	"id":"event_', t18.id, '"}') as "$"
  from events t18
  where t18.id = $18::uuid
), 'null'), ',"event":', coalesce((
  select concat('{	"__typename":"Source","label":', to_json(t19.name), ',"domain":', coalesce(to_json(t19.domain), 'null'), '}') as "$"
  from sources t19
  where t19.id = $19::uuid
), (
  select concat('{	"__typename":"Article"}') as "$"
  from articles t20
  where t20.id = $20::uuid
), (
  select concat('{	"__typename":"Actor","label":', to_json(t21.name), ',"kind":"', t21.kind, '"}') as "$"
  from actors t21
  where t21.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $21::uuid
  ), $21::uuid)
), (
  select concat('{	"__typename":"Quote"}') as "$"
  from quotes t22
  where t22.id = $22::uuid
), (
  select concat('{	"__typename":"Utterance"}') as "$"
  from utterances t23
  where t23.id = $23::uuid
), (
  select concat('{	"__typename":"Event","label":', to_json(t24.name), ',"name":', to_json(t24.name), ',"type":"', t24.type, '"}') as "$"
  from events t24
  where t24.id = $24::uuid
), 'null'), ',"source":', coalesce((
  select concat('{	"__typename":"Source","label":', to_json(t25.name), ',"domain":', coalesce(to_json(t25.domain), 'null'), ',"articles":{"totalCount":', (
    select count(*)
    from articles t26
    where t26.source_id = t25.id
  ), '}}') as "$"
  from sources t25
  where t25.id = $25::uuid
), (
  select concat('{	"__typename":"Article"}') as "$"
  from articles t27
  where t27.id = $26::uuid
), (
  select concat('{	"__typename":"Actor","label":', to_json(t28.name), ',"kind":"', t28.kind, '"}') as "$"
  from actors t28
  where t28.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $27::uuid
  ), $27::uuid)
), (
  select concat('{	"__typename":"Quote"}') as "$"
  from quotes t29
  where t29.id = $28::uuid
), (
  select concat('{	"__typename":"Utterance"}') as "$"
  from utterances t30
  where t30.id = $29::uuid
), (
  select concat('{	"__typename":"Event","label":', to_json(t31.name), '}') as "$"
  from events t31
  where t31.id = $30::uuid
), 'null'), ',"utterance":', coalesce((
  select concat('{	"id":"source_', t32.id, '"}') as "$"
  from sources t32
  where t32.id = $31::uuid
), (
  select concat('{	"id":"article_', t33.id, '"}') as "$"
  from articles t33
  where t33.id = $32::uuid
), (
  select concat('{	"id":"actor_', t34.id, '"}') as "$"
  from actors t34
  where t34.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $33::uuid
  ), $33::uuid)
), (
  select concat('{	"id":"quote_', t35.id, '"}') as "$"
  from quotes t35
  where t35.id = $34::uuid
), (
  select concat('{	"id":"utterance_', t36.id, '","articleCount":', t36.article_count, ',"quotes":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"__typename":"Quote"}') as "$"
      from (
        select coalesce(t37.published_start, 'infinity'::timestamptz) as "$1",
        t37.id as "$2"
        from quotes t37
        where t37.utterance_id = t36.id
        order by coalesce(t37.published_start, 'infinity'::timestamptz),
        t37.id
        limit 1
      ) t37
      order by t37."$1",
      t37."$2"
    ) "$"
  ), '}') as "$"
  from utterances t36
  where t36.id = $35::uuid
), (
  select concat('{	"id":"event_', t38.id, '"}') as "$"
  from events t38
  where t38.id = $36::uuid
), 'null'), ',"merged":', coalesce((
  select concat('{	"id":"source_', t39.id, '"}') as "$"
  from sources t39
  where t39.id = $37::uuid
), (
  select concat('{	"id":"article_', t40.id, '"}') as "$"
  from articles t40
  where t40.id = $38::uuid
), (
  select concat('{	"id":"actor_', t41.id, '","formerIds":', to_json((
    select coalesce(json_agg('actor_' || m.former_id order by m.former_id), '[]')
    from former_actors m
    where m.actor_id = t41.id
  )), '}') as "$"
  from actors t41
  where t41.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $39::uuid
  ), $39::uuid)
), (
  select concat('{	"id":"quote_', t42.id, '"}') as "$"
  from quotes t42
  where t42.id = $40::uuid
), (
  select concat('{	"id":"utterance_', t43.id, '"}') as "$"
  from utterances t43
  where t43.id = $41::uuid
), (
  select concat('{	"id":"event_', t44.id, '"}') as "$"
  from events t44
  where t44.id = $42::uuid
), 'null'), ',"wrongForm":', coalesce((
  select concat('{	"id":"source_', t45.id, '"}') as "$"
  from sources t45
  where t45.id = $43::uuid
), (
  select concat('{	"id":"article_', t46.id, '"}') as "$"
  from articles t46
  where t46.id = $44::uuid
), (
  select concat('{	"id":"actor_', t47.id, '"}') as "$"
  from actors t47
  where t47.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $45::uuid
  ), $45::uuid)
), (
  select concat('{	"id":"quote_', t48.id, '"}') as "$"
  from quotes t48
  where t48.id = $46::uuid
), (
  select concat('{	"id":"utterance_', t49.id, '"}') as "$"
  from utterances t49
  where t49.id = $47::uuid
), (
  select concat('{	"id":"event_', t50.id, '"}') as "$"
  from events t50
  where t50.id = $48::uuid
), 'null'), ',"ofNothing":', coalesce((
  select concat('{	"id":"source_', t51.id, '"}') as "$"
  from sources t51
  where t51.id = $49::uuid
), (
  select concat('{	"id":"article_', t52.id, '"}') as "$"
  from articles t52
  where t52.id = $50::uuid
), (
  select concat('{	"id":"actor_', t53.id, '"}') as "$"
  from actors t53
  where t53.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $51::uuid
  ), $51::uuid)
), (
  select concat('{	"id":"quote_', t54.id, '"}') as "$"
  from quotes t54
  where t54.id = $52::uuid
), (
  select concat('{	"id":"utterance_', t55.id, '"}') as "$"
  from utterances t55
  where t55.id = $53::uuid
), (
  select concat('{	"id":"event_', t56.id, '"}') as "$"
  from events t56
  where t56.id = $54::uuid
), 'null'), ',"nodes":', (
  select concat('[', string_agg("$"."$", ','), ']')
  from (
    select concat(coalesce((
      select concat('{	"__typename":"Source","id":"source_', t58.id, '","label":', to_json(t58.name), ',"domain":', coalesce(to_json(t58.domain), 'null'), '}') as "$"
      from sources t58
      where t58.id = t57.source
    ), (
      select concat('{	"__typename":"Article","id":"article_', t59.id, '","title":', coalesce(to_json(t59.headline), 'null'), '}') as "$"
      from articles t59
      where t59.id = t57.article
    ), (
      select concat('{	"__typename":"Actor","id":"actor_', t60.id, '","name":', to_json(t60.name), ',"label":', to_json(t60.name), ',"kind":"', t60.kind, '"}') as "$"
      from actors t60
      where t60.id = coalesce((
        select m.actor_id
        from former_actors m
        where m.former_id = t57.actor
      ), t57.actor)
    ), (
      select concat('{	"__typename":"Quote","id":"quote_', t61.id, '"}') as "$"
      from quotes t61
      where t61.id = t57.quote
    ), (
      select concat('{	"__typename":"Utterance","id":"utterance_', t62.id, '"}') as "$"
      from utterances t62
      where t62.id = t57.utterance
    ), (
      select concat('{	"__typename":"Event","id":"event_', t63.id, '","label":', to_json(t63.name), '}') as "$"
      from events t63
      where t63.id = t57.event
    ), 'null')) as "$"
    from unnest($55::uuid[], $56::uuid[], $57::uuid[], $58::uuid[], $59::uuid[], $60::uuid[]) with ordinality t57 (source, article, actor, quote, utterance, event, n)
    order by t57.n
  ) "$"
), ',"noNodes":', (
  select concat('[', string_agg("$"."$", ','), ']')
  from (
    select concat(coalesce((
      select concat('{	"id":"source_', t65.id, '"}') as "$"
      from sources t65
      where t65.id = t64.source
    ), (
      select concat('{	"id":"article_', t66.id, '"}') as "$"
      from articles t66
      where t66.id = t64.article
    ), (
      select concat('{	"id":"actor_', t67.id, '"}') as "$"
      from actors t67
      where t67.id = coalesce((
        select m.actor_id
        from former_actors m
        where m.former_id = t64.actor
      ), t64.actor)
    ), (
      select concat('{	"id":"quote_', t68.id, '"}') as "$"
      from quotes t68
      where t68.id = t64.quote
    ), (
      select concat('{	"id":"utterance_', t69.id, '"}') as "$"
      from utterances t69
      where t69.id = t64.utterance
    ), (
      select concat('{	"id":"event_', t70.id, '"}') as "$"
      from events t70
      where t70.id = t64.event
    ), 'null')) as "$"
    from unnest($61::uuid[], $62::uuid[], $63::uuid[], $64::uuid[], $65::uuid[], $66::uuid[]) with ordinality t64 (source, article, actor, quote, utterance, event, n)
    order by t64.n
  ) "$"
), ',"nothingSelected":', coalesce((
  select concat('{	}') as "$"
  from sources t71
  where t71.id = $67::uuid
), (
  select concat('{	}') as "$"
  from articles t72
  where t72.id = $68::uuid
), (
  select concat('{	"name":', to_json(t73.name), '}') as "$"
  from actors t73
  where t73.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $69::uuid
  ), $69::uuid)
), (
  select concat('{	}') as "$"
  from quotes t74
  where t74.id = $70::uuid
), (
  select concat('{	}') as "$"
  from utterances t75
  where t75.id = $71::uuid
), (
  select concat('{	}') as "$"
  from events t76
  where t76.id = $72::uuid
), 'null'), ',"wrongType":', coalesce((
  select concat('{	"id":"article_', t77.id, '"}') as "$"
  from articles t77
  where t77.id = $73::uuid
), 'null'), '}'), 'UTF8')
