select row_to_json("$".*)
from (
  select coalesce((
    select row_to_json("$".*)
    from (
      select 'Source'::text as "__typename",
      'source_' || t1.id as "id"
      from sources t1
      where t1.id = $1::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'Article'::text as "__typename",
      'article_' || t2.id as "id",
      t2.language as "language"
      from articles t2
      where t2.id = $2::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'Actor'::text as "__typename",
      'actor_' || t3.id as "id",
      t3.name as "name"
      from actors t3
      where t3.id = $3::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'Quote'::text as "__typename",
      'quote_' || t4.id as "id"
      from quotes t4
      where t4.id = $4::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'Utterance'::text as "__typename",
      'utterance_' || t5.id as "id"
      from utterances t5
      where t5.id = $5::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'Event'::text as "__typename",
      'event_' || t6.id as "id"
      from events t6
      where t6.id = $6::uuid
    ) "$"
  )) as "article",
  coalesce((
    select row_to_json("$".*)
    from (
      select 'Source'::text as "__typename",
      t7.name as "label",
      t7.domain as "domain"
      from sources t7
      where t7.id = $7::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'Article'::text as "__typename"
      from articles t8
      where t8.id = $8::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'Actor'::text as "__typename",
      t9.name as "label",
      t9.kind as "kind"
      from actors t9
      where t9.id = $9::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'Quote'::text as "__typename"
      from quotes t10
      where t10.id = $10::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'Utterance'::text as "__typename"
      from utterances t11
      where t11.id = $11::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'Event'::text as "__typename",
      t12.name as "label"
      from events t12
      where t12.id = $12::uuid
    ) "$"
  )) as "actor",
  coalesce((
    select row_to_json("$".*)
    from (
      select 'source_' || t13.id as "id"
      from sources t13
      where t13.id = $13::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'article_' || t14.id as "id"
      from articles t14
      where t14.id = $14::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'actor_' || t15.id as "id"
      from actors t15
      where t15.id = $15::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'quote_' || t16.id as "id",
      t16.exact as "text"
      from quotes t16
      where t16.id = $16::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'utterance_' || t17.id as "id"
      from utterances t17
      where t17.id = $17::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'event_' || t18.id as "id"
      from events t18
      where t18.id = $18::uuid
    ) "$"
  )) as "quote",
  coalesce((
    select row_to_json("$".*)
    from (
      select 'Source'::text as "__typename",
      t19.name as "label",
      t19.domain as "domain"
      from sources t19
      where t19.id = $19::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'Article'::text as "__typename"
      from articles t20
      where t20.id = $20::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'Actor'::text as "__typename",
      t21.name as "label",
      t21.kind as "kind"
      from actors t21
      where t21.id = $21::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'Quote'::text as "__typename"
      from quotes t22
      where t22.id = $22::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'Utterance'::text as "__typename"
      from utterances t23
      where t23.id = $23::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'Event'::text as "__typename",
      t24.name as "label",
      t24.name as "name",
      t24.type as "type"
      from events t24
      where t24.id = $24::uuid
    ) "$"
  )) as "event",
  coalesce((
    select row_to_json("$".*)
    from (
      select 'Source'::text as "__typename",
      t25.name as "label",
      t25.domain as "domain",
      (
        select row_to_json("$".*)
        from (
          select (
            select count(*)
            from articles t26
            where t26.source_id = t25.id
          ) as "totalCount"
        ) "$"
      ) as "articles"
      from sources t25
      where t25.id = $25::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'Article'::text as "__typename"
      from articles t27
      where t27.id = $26::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'Actor'::text as "__typename",
      t28.name as "label",
      t28.kind as "kind"
      from actors t28
      where t28.id = $27::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'Quote'::text as "__typename"
      from quotes t29
      where t29.id = $28::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'Utterance'::text as "__typename"
      from utterances t30
      where t30.id = $29::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'Event'::text as "__typename",
      t31.name as "label"
      from events t31
      where t31.id = $30::uuid
    ) "$"
  )) as "source",
  coalesce((
    select row_to_json("$".*)
    from (
      select 'source_' || t32.id as "id"
      from sources t32
      where t32.id = $31::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'article_' || t33.id as "id"
      from articles t33
      where t33.id = $32::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'actor_' || t34.id as "id"
      from actors t34
      where t34.id = $33::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'quote_' || t35.id as "id"
      from quotes t35
      where t35.id = $34::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'utterance_' || t36.id as "id",
      t36.article_count as "articleCount",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select 'Quote'::text as "__typename"
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
        ) "$"
      ) as "quotes"
      from utterances t36
      where t36.id = $35::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'event_' || t38.id as "id"
      from events t38
      where t38.id = $36::uuid
    ) "$"
  )) as "utterance",
  coalesce((
    select row_to_json("$".*)
    from (
      select 'source_' || t39.id as "id"
      from sources t39
      where t39.id = $37::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'article_' || t40.id as "id"
      from articles t40
      where t40.id = $38::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'actor_' || t41.id as "id"
      from actors t41
      where t41.id = $39::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'quote_' || t42.id as "id"
      from quotes t42
      where t42.id = $40::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'utterance_' || t43.id as "id"
      from utterances t43
      where t43.id = $41::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'event_' || t44.id as "id"
      from events t44
      where t44.id = $42::uuid
    ) "$"
  )) as "wrongForm",
  coalesce((
    select row_to_json("$".*)
    from (
      select 'source_' || t45.id as "id"
      from sources t45
      where t45.id = $43::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'article_' || t46.id as "id"
      from articles t46
      where t46.id = $44::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'actor_' || t47.id as "id"
      from actors t47
      where t47.id = $45::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'quote_' || t48.id as "id"
      from quotes t48
      where t48.id = $46::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'utterance_' || t49.id as "id"
      from utterances t49
      where t49.id = $47::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select 'event_' || t50.id as "id"
      from events t50
      where t50.id = $48::uuid
    ) "$"
  )) as "ofNothing",
  (
    select coalesce(json_agg(coalesce((
      select row_to_json("$".*)
      from (
        select 'Source'::text as "__typename",
        'source_' || t52.id as "id",
        t52.name as "label",
        t52.domain as "domain"
        from sources t52
        where t52.id = t51.source
      ) "$"
    ), (
      select row_to_json("$".*)
      from (
        select 'Article'::text as "__typename",
        'article_' || t53.id as "id",
        t53.headline as "title"
        from articles t53
        where t53.id = t51.article
      ) "$"
    ), (
      select row_to_json("$".*)
      from (
        select 'Actor'::text as "__typename",
        'actor_' || t54.id as "id",
        t54.name as "name",
        t54.name as "label",
        t54.kind as "kind"
        from actors t54
        where t54.id = t51.actor
      ) "$"
    ), (
      select row_to_json("$".*)
      from (
        select 'Quote'::text as "__typename",
        'quote_' || t55.id as "id"
        from quotes t55
        where t55.id = t51.quote
      ) "$"
    ), (
      select row_to_json("$".*)
      from (
        select 'Utterance'::text as "__typename",
        'utterance_' || t56.id as "id"
        from utterances t56
        where t56.id = t51.utterance
      ) "$"
    ), (
      select row_to_json("$".*)
      from (
        select 'Event'::text as "__typename",
        'event_' || t57.id as "id",
        t57.name as "label"
        from events t57
        where t57.id = t51.event
      ) "$"
    )) order by t51.n), '[]'::json)
    from unnest($49::uuid[], $50::uuid[], $51::uuid[], $52::uuid[], $53::uuid[], $54::uuid[]) with ordinality t51 (source, article, actor, quote, utterance, event, n)
  ) as "nodes",
  (
    select coalesce(json_agg(coalesce((
      select row_to_json("$".*)
      from (
        select 'source_' || t59.id as "id"
        from sources t59
        where t59.id = t58.source
      ) "$"
    ), (
      select row_to_json("$".*)
      from (
        select 'article_' || t60.id as "id"
        from articles t60
        where t60.id = t58.article
      ) "$"
    ), (
      select row_to_json("$".*)
      from (
        select 'actor_' || t61.id as "id"
        from actors t61
        where t61.id = t58.actor
      ) "$"
    ), (
      select row_to_json("$".*)
      from (
        select 'quote_' || t62.id as "id"
        from quotes t62
        where t62.id = t58.quote
      ) "$"
    ), (
      select row_to_json("$".*)
      from (
        select 'utterance_' || t63.id as "id"
        from utterances t63
        where t63.id = t58.utterance
      ) "$"
    ), (
      select row_to_json("$".*)
      from (
        select 'event_' || t64.id as "id"
        from events t64
        where t64.id = t58.event
      ) "$"
    )) order by t58.n), '[]'::json)
    from unnest($55::uuid[], $56::uuid[], $57::uuid[], $58::uuid[], $59::uuid[], $60::uuid[]) with ordinality t58 (source, article, actor, quote, utterance, event, n)
  ) as "noNodes",
  coalesce((
    select row_to_json("$".*)
    from (
      select
      from sources t65
      where t65.id = $61::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select
      from articles t66
      where t66.id = $62::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select t67.name as "name"
      from actors t67
      where t67.id = $63::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select
      from quotes t68
      where t68.id = $64::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select
      from utterances t69
      where t69.id = $65::uuid
    ) "$"
  ), (
    select row_to_json("$".*)
    from (
      select
      from events t70
      where t70.id = $66::uuid
    ) "$"
  )) as "nothingSelected",
  (
    select row_to_json("$".*)
    from (
      select 'article_' || t71.id as "id"
      from articles t71
      where t71.id = $67::uuid
    ) "$"
  ) as "wrongType"
) "$"
