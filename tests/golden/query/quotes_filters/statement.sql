select row_to_json("$")
from (
  select (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from quotes t1
        where t1.id = any($1::uuid[])
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t2.exact as "text"
          from (
            select t2.*
            from quotes t2
            where t2.id = any($3::uuid[])
            order by coalesce(t2.published_start, '-infinity'::timestamptz) desc,
            t2.id desc
            limit $2::int
          ) t2
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "ids",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from quotes t3
        where (t3.speaker_id is not null) = $4::bool
        and t3.published_start >= $5::timestamptz
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t4.exact as "text"
          from (
            select t4.*
            from quotes t4
            where (t4.speaker_id is not null) = $7::bool
            and t4.published_start >= $8::timestamptz
            order by coalesce(t4.published_start, '-infinity'::timestamptz) desc,
            t4.id desc
            limit $6::int
          ) t4
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "given",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from quotes t5
        where t5.speaker_id = any($9::uuid[])
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t6.exact as "text"
          from (
            select t6.*
            from quotes t6
            where t6.speaker_id = any($11::uuid[])
            order by coalesce(t6.published_start, '-infinity'::timestamptz) desc,
            t6.id desc
            limit $10::int
          ) t6
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "speakers",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from quotes t7
        where (t7.speaker_id is not null) = $12::bool
        and t7.source_id = any($13::uuid[])
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t8.exact as "text"
          from (
            select t8.*
            from quotes t8
            where (t8.speaker_id is not null) = $15::bool
            and t8.source_id = any($16::uuid[])
            order by coalesce(t8.published_start, '-infinity'::timestamptz) desc,
            t8.id desc
            limit $14::int
          ) t8
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "attributed",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from quotes t9
        where (t9.speaker_id is not null) = $17::bool
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t10.exact as "text"
          from (
            select t10.*
            from quotes t10
            where (t10.speaker_id is not null) = $19::bool
            order by coalesce(t10.published_start, '-infinity'::timestamptz) desc,
            t10.id desc
            limit $18::int
          ) t10
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "unattributed",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from quotes t11
        where t11.kind = any($20::text[])
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t12.exact as "text"
          from (
            select t12.*
            from quotes t12
            where t12.kind = any($22::text[])
            order by coalesce(t12.published_start, '-infinity'::timestamptz) desc,
            t12.id desc
            limit $21::int
          ) t12
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "kinds",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from quotes t13
        where exists (
          select
          from attributions f
          where f.quote_id = t13.id
          and f.confidence >= $23::float8
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t14.exact as "text"
          from (
            select t14.*
            from quotes t14
            where exists (
              select
              from attributions f
              where f.quote_id = t14.id
              and f.confidence >= $25::float8
            )
            order by coalesce(t14.published_start, '-infinity'::timestamptz) desc,
            t14.id desc
            limit $24::int
          ) t14
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "sure",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from quotes t15
        where exists (
          select
          from attributions f
          where f.quote_id = t15.id
          and f.confidence >= $26::float8
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t16.exact as "text"
          from (
            select t16.*
            from quotes t16
            where exists (
              select
              from attributions f
              where f.quote_id = t16.id
              and f.confidence >= $28::float8
            )
            order by coalesce(t16.published_start, '-infinity'::timestamptz) desc,
            t16.id desc
            limit $27::int
          ) t16
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "withAnyConfidence",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from quotes t17
        where exists (
          select
          from mentions f
          where f.article_id = t17.article_id
          and f.actor_id = any($29::uuid[])
          and f.form = 'NAME'
          and f.span_start >= t17.span_start
          and f.span_end <= t17.span_end
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t18.exact as "text"
          from (
            select t18.*
            from quotes t18
            where exists (
              select
              from mentions f
              where f.article_id = t18.article_id
              and f.actor_id = any($31::uuid[])
              and f.form = 'NAME'
              and f.span_start >= t18.span_start
              and f.span_end <= t18.span_end
            )
            order by coalesce(t18.published_start, '-infinity'::timestamptz) desc,
            t18.id desc
            limit $30::int
          ) t18
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "mentionedLast",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from quotes t19
        where exists (
          select
          from mentions f
          where f.article_id = t19.article_id
          and f.actor_id = any($32::uuid[])
          and f.form = 'NAME'
          and f.span_start >= t19.span_start
          and f.span_end <= t19.span_end
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t20.exact as "text"
          from (
            select t20.*
            from quotes t20
            where exists (
              select
              from mentions f
              where f.article_id = t20.article_id
              and f.actor_id = any($34::uuid[])
              and f.form = 'NAME'
              and f.span_start >= t20.span_start
              and f.span_end <= t20.span_end
            )
            order by coalesce(t20.published_start, '-infinity'::timestamptz) desc,
            t20.id desc
            limit $33::int
          ) t20
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "mentionedActors",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from quotes t21
        where t21.source_id = any($35::uuid[])
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t22.exact as "text"
          from (
            select t22.*
            from quotes t22
            where t22.source_id = any($37::uuid[])
            order by coalesce(t22.published_start, '-infinity'::timestamptz) desc,
            t22.id desc
            limit $36::int
          ) t22
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "sources",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from quotes t23
        where exists (
          select
          from articles a
          where a.id = t23.article_id
          and exists (
            select
            from unnest($38::text[]) tag
            where lower(a.language) = lower(tag) or starts_with(lower(a.language), lower(tag) || '-')
          )
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t24.exact as "text"
          from (
            select t24.*
            from quotes t24
            where exists (
              select
              from articles a
              where a.id = t24.article_id
              and exists (
                select
                from unnest($40::text[]) tag
                where lower(a.language) = lower(tag) or starts_with(lower(a.language), lower(tag) || '-')
              )
            )
            order by coalesce(t24.published_start, '-infinity'::timestamptz) desc,
            t24.id desc
            limit $39::int
          ) t24
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "languages",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from quotes t25
        where t25.id in (
          select f.quote_id
          from event_quotes f
          where f.event_id = any($41::uuid[])
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t26.exact as "text"
          from (
            select t26.*
            from quotes t26
            where t26.id in (
              select f.quote_id
              from event_quotes f
              where f.event_id = any($43::uuid[])
            )
            order by coalesce(t26.published_start, '-infinity'::timestamptz) desc,
            t26.id desc
            limit $42::int
          ) t26
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "events",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from quotes t27
        where t27.published_start >= $44::timestamptz
        and t27.published_start < $45::timestamptz
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t28.exact as "text"
          from (
            select t28.*
            from quotes t28
            where t28.published_start >= $47::timestamptz
            and t28.published_start < $48::timestamptz
            order by coalesce(t28.published_start, '-infinity'::timestamptz) desc,
            t28.id desc
            limit $46::int
          ) t28
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "published",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from quotes t29
        where t29.article_id = any($49::uuid[])
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t30.exact as "text"
          from (
            select t30.*
            from quotes t30
            where t30.article_id = any($51::uuid[])
            order by coalesce(t30.published_start, '-infinity'::timestamptz) desc,
            t30.id desc
            limit $50::int
          ) t30
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "articles"
) "$"
