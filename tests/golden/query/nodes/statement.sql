select convert_to(concat('{"article":', coalesce((
  select concat('{"__typename":"Source","id":"source_', t1.id, '"}') as "$"
  from sources t1
  where t1.id = $1::uuid
), (
  select concat('{"__typename":"Article","id":"article_', t2.id, '","language":', to_json(t2.language), '}') as "$"
  from articles t2
  where t2.id = $2::uuid
), (
  select concat('{"__typename":"Actor","id":"actor_', t3.id, '","name":', to_json(t3.name), '}') as "$"
  from actors t3
  where t3.id = $3::uuid
), (
  select concat('{"__typename":"Quote","id":"quote_', t4.id, '"}') as "$"
  from quotes t4
  where t4.id = $4::uuid
), (
  select concat('{"__typename":"Utterance","id":"utterance_', t5.id, '"}') as "$"
  from utterances t5
  where t5.id = $5::uuid
), (
  select concat('{"__typename":"Event","id":"event_', t6.id, '"}') as "$"
  from events t6
  where t6.id = $6::uuid
), 'null'), ',"actor":', coalesce((
  select concat('{"__typename":"Source","label":', to_json(t7.name), ',"domain":', coalesce(to_json(t7.domain), 'null'), '}') as "$"
  from sources t7
  where t7.id = $7::uuid
), (
  select concat('{"__typename":"Article"}') as "$"
  from articles t8
  where t8.id = $8::uuid
), (
  select concat('{"__typename":"Actor","label":', to_json(t9.name), ',"kind":"', t9.kind, '"}') as "$"
  from actors t9
  where t9.id = $9::uuid
), (
  select concat('{"__typename":"Quote"}') as "$"
  from quotes t10
  where t10.id = $10::uuid
), (
  select concat('{"__typename":"Utterance"}') as "$"
  from utterances t11
  where t11.id = $11::uuid
), (
  select concat('{"__typename":"Event","label":', to_json(t12.name), '}') as "$"
  from events t12
  where t12.id = $12::uuid
), 'null'), ',"quote":', coalesce((
  select concat('{"id":"source_', t13.id, '"}') as "$"
  from sources t13
  where t13.id = $13::uuid
), (
  select concat('{"id":"article_', t14.id, '"}') as "$"
  from articles t14
  where t14.id = $14::uuid
), (
  select concat('{"id":"actor_', t15.id, '"}') as "$"
  from actors t15
  where t15.id = $15::uuid
), (
  select concat('{"id":"quote_', t16.id, '","text":', to_json(t16.exact), '}') as "$"
  from quotes t16
  where t16.id = $16::uuid
), (
  select concat('{"id":"utterance_', t17.id, '"}') as "$"
  from utterances t17
  where t17.id = $17::uuid
), (
  select concat('{"id":"event_', t18.id, '"}') as "$"
  from events t18
  where t18.id = $18::uuid
), 'null'), ',"event":', coalesce((
  select concat('{"__typename":"Source","label":', to_json(t19.name), ',"domain":', coalesce(to_json(t19.domain), 'null'), '}') as "$"
  from sources t19
  where t19.id = $19::uuid
), (
  select concat('{"__typename":"Article"}') as "$"
  from articles t20
  where t20.id = $20::uuid
), (
  select concat('{"__typename":"Actor","label":', to_json(t21.name), ',"kind":"', t21.kind, '"}') as "$"
  from actors t21
  where t21.id = $21::uuid
), (
  select concat('{"__typename":"Quote"}') as "$"
  from quotes t22
  where t22.id = $22::uuid
), (
  select concat('{"__typename":"Utterance"}') as "$"
  from utterances t23
  where t23.id = $23::uuid
), (
  select concat('{"__typename":"Event","label":', to_json(t24.name), ',"name":', to_json(t24.name), ',"type":"', t24.type, '"}') as "$"
  from events t24
  where t24.id = $24::uuid
), 'null'), ',"source":', coalesce((
  select concat('{"__typename":"Source","label":', to_json(t25.name), ',"domain":', coalesce(to_json(t25.domain), 'null'), ',"articles":{"totalCount":', (
    select count(*)
    from articles t26
    where t26.source_id = t25.id
  ), '}}') as "$"
  from sources t25
  where t25.id = $25::uuid
), (
  select concat('{"__typename":"Article"}') as "$"
  from articles t27
  where t27.id = $26::uuid
), (
  select concat('{"__typename":"Actor","label":', to_json(t28.name), ',"kind":"', t28.kind, '"}') as "$"
  from actors t28
  where t28.id = $27::uuid
), (
  select concat('{"__typename":"Quote"}') as "$"
  from quotes t29
  where t29.id = $28::uuid
), (
  select concat('{"__typename":"Utterance"}') as "$"
  from utterances t30
  where t30.id = $29::uuid
), (
  select concat('{"__typename":"Event","label":', to_json(t31.name), '}') as "$"
  from events t31
  where t31.id = $30::uuid
), 'null'), ',"utterance":', coalesce((
  select concat('{"id":"source_', t32.id, '"}') as "$"
  from sources t32
  where t32.id = $31::uuid
), (
  select concat('{"id":"article_', t33.id, '"}') as "$"
  from articles t33
  where t33.id = $32::uuid
), (
  select concat('{"id":"actor_', t34.id, '"}') as "$"
  from actors t34
  where t34.id = $33::uuid
), (
  select concat('{"id":"quote_', t35.id, '"}') as "$"
  from quotes t35
  where t35.id = $34::uuid
), (
  select concat('{"id":"utterance_', t36.id, '","articleCount":', t36.article_count, ',"quotes":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{"__typename":"Quote"}') as "$"
      from (
        select t37.*,
        coalesce(t37.published_start, 'infinity'::timestamptz) as "$1",
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
  select concat('{"id":"event_', t38.id, '"}') as "$"
  from events t38
  where t38.id = $36::uuid
), 'null'), ',"wrongForm":', coalesce((
  select concat('{"id":"source_', t39.id, '"}') as "$"
  from sources t39
  where t39.id = $37::uuid
), (
  select concat('{"id":"article_', t40.id, '"}') as "$"
  from articles t40
  where t40.id = $38::uuid
), (
  select concat('{"id":"actor_', t41.id, '"}') as "$"
  from actors t41
  where t41.id = $39::uuid
), (
  select concat('{"id":"quote_', t42.id, '"}') as "$"
  from quotes t42
  where t42.id = $40::uuid
), (
  select concat('{"id":"utterance_', t43.id, '"}') as "$"
  from utterances t43
  where t43.id = $41::uuid
), (
  select concat('{"id":"event_', t44.id, '"}') as "$"
  from events t44
  where t44.id = $42::uuid
), 'null'), ',"ofNothing":', coalesce((
  select concat('{"id":"source_', t45.id, '"}') as "$"
  from sources t45
  where t45.id = $43::uuid
), (
  select concat('{"id":"article_', t46.id, '"}') as "$"
  from articles t46
  where t46.id = $44::uuid
), (
  select concat('{"id":"actor_', t47.id, '"}') as "$"
  from actors t47
  where t47.id = $45::uuid
), (
  select concat('{"id":"quote_', t48.id, '"}') as "$"
  from quotes t48
  where t48.id = $46::uuid
), (
  select concat('{"id":"utterance_', t49.id, '"}') as "$"
  from utterances t49
  where t49.id = $47::uuid
), (
  select concat('{"id":"event_', t50.id, '"}') as "$"
  from events t50
  where t50.id = $48::uuid
), 'null'), ',"nodes":', (
  select concat('[', string_agg("$"."$", ','), ']')
  from (
    select concat(coalesce((
      select concat('{"__typename":"Source","id":"source_', t52.id, '","label":', to_json(t52.name), ',"domain":', coalesce(to_json(t52.domain), 'null'), '}') as "$"
      from sources t52
      where t52.id = t51.source
    ), (
      select concat('{"__typename":"Article","id":"article_', t53.id, '","title":', coalesce(to_json(t53.headline), 'null'), '}') as "$"
      from articles t53
      where t53.id = t51.article
    ), (
      select concat('{"__typename":"Actor","id":"actor_', t54.id, '","name":', to_json(t54.name), ',"label":', to_json(t54.name), ',"kind":"', t54.kind, '"}') as "$"
      from actors t54
      where t54.id = t51.actor
    ), (
      select concat('{"__typename":"Quote","id":"quote_', t55.id, '"}') as "$"
      from quotes t55
      where t55.id = t51.quote
    ), (
      select concat('{"__typename":"Utterance","id":"utterance_', t56.id, '"}') as "$"
      from utterances t56
      where t56.id = t51.utterance
    ), (
      select concat('{"__typename":"Event","id":"event_', t57.id, '","label":', to_json(t57.name), '}') as "$"
      from events t57
      where t57.id = t51.event
    ), 'null')) as "$"
    from unnest($49::uuid[], $50::uuid[], $51::uuid[], $52::uuid[], $53::uuid[], $54::uuid[]) with ordinality t51 (source, article, actor, quote, utterance, event, n)
    order by t51.n
  ) "$"
), ',"noNodes":', (
  select concat('[', string_agg("$"."$", ','), ']')
  from (
    select concat(coalesce((
      select concat('{"id":"source_', t59.id, '"}') as "$"
      from sources t59
      where t59.id = t58.source
    ), (
      select concat('{"id":"article_', t60.id, '"}') as "$"
      from articles t60
      where t60.id = t58.article
    ), (
      select concat('{"id":"actor_', t61.id, '"}') as "$"
      from actors t61
      where t61.id = t58.actor
    ), (
      select concat('{"id":"quote_', t62.id, '"}') as "$"
      from quotes t62
      where t62.id = t58.quote
    ), (
      select concat('{"id":"utterance_', t63.id, '"}') as "$"
      from utterances t63
      where t63.id = t58.utterance
    ), (
      select concat('{"id":"event_', t64.id, '"}') as "$"
      from events t64
      where t64.id = t58.event
    ), 'null')) as "$"
    from unnest($55::uuid[], $56::uuid[], $57::uuid[], $58::uuid[], $59::uuid[], $60::uuid[]) with ordinality t58 (source, article, actor, quote, utterance, event, n)
    order by t58.n
  ) "$"
), ',"nothingSelected":', coalesce((
  select concat('{}') as "$"
  from sources t65
  where t65.id = $61::uuid
), (
  select concat('{}') as "$"
  from articles t66
  where t66.id = $62::uuid
), (
  select concat('{"name":', to_json(t67.name), '}') as "$"
  from actors t67
  where t67.id = $63::uuid
), (
  select concat('{}') as "$"
  from quotes t68
  where t68.id = $64::uuid
), (
  select concat('{}') as "$"
  from utterances t69
  where t69.id = $65::uuid
), (
  select concat('{}') as "$"
  from events t70
  where t70.id = $66::uuid
), 'null'), ',"wrongType":', coalesce((
  select concat('{"id":"article_', t71.id, '"}') as "$"
  from articles t71
  where t71.id = $67::uuid
), 'null'), '}'), 'UTF8')
