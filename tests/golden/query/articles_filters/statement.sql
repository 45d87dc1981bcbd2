select row_to_json("$")
from (
  select (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from articles t1
        where t1.id = any($1::uuid[])
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t2.external_id as "externalId",
          t2.url as "url"
          from (
            select t2.*
            from articles t2
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
        from articles t3
        where t3.external_id = any($4::text[])
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t4.external_id as "externalId",
          t4.url as "url"
          from (
            select t4.*
            from articles t4
            where t4.external_id = any($6::text[])
            order by coalesce(t4.published_start, '-infinity'::timestamptz) desc,
            t4.id desc
            limit $5::int
          ) t4
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "externalIds",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from articles t5
        where t5.status = any($7::text[])
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t6.external_id as "externalId",
          t6.url as "url"
          from (
            select t6.*
            from articles t6
            where t6.status = any($9::text[])
            order by coalesce(t6.published_start, '-infinity'::timestamptz) desc,
            t6.id desc
            limit $8::int
          ) t6
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "statuses",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from articles t7
        where t7.source_id = any($10::uuid[])
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t8.external_id as "externalId",
          t8.url as "url"
          from (
            select t8.*
            from articles t8
            where t8.source_id = any($12::uuid[])
            order by coalesce(t8.published_start, '-infinity'::timestamptz) desc,
            t8.id desc
            limit $11::int
          ) t8
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "sources",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from articles t9
        where exists (
          select
          from unnest($13::text[]) tag
          where lower(t9.language) = lower(tag) or starts_with(lower(t9.language), lower(tag) || '-')
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t10.external_id as "externalId",
          t10.url as "url"
          from (
            select t10.*
            from articles t10
            where exists (
              select
              from unnest($15::text[]) tag
              where lower(t10.language) = lower(tag) or starts_with(lower(t10.language), lower(tag) || '-')
            )
            order by coalesce(t10.published_start, '-infinity'::timestamptz) desc,
            t10.id desc
            limit $14::int
          ) t10
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "english",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from articles t11
        where exists (
          select
          from unnest($16::text[]) tag
          where lower(t11.language) = lower(tag) or starts_with(lower(t11.language), lower(tag) || '-')
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t12.external_id as "externalId",
          t12.url as "url"
          from (
            select t12.*
            from articles t12
            where exists (
              select
              from unnest($18::text[]) tag
              where lower(t12.language) = lower(tag) or starts_with(lower(t12.language), lower(tag) || '-')
            )
            order by coalesce(t12.published_start, '-infinity'::timestamptz) desc,
            t12.id desc
            limit $17::int
          ) t12
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "british",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from articles t13
        where exists (
          select
          from unnest($19::text[]) tag
          where lower(t13.language) = lower(tag) or starts_with(lower(t13.language), lower(tag) || '-')
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t14.external_id as "externalId",
          t14.url as "url"
          from (
            select t14.*
            from articles t14
            where exists (
              select
              from unnest($21::text[]) tag
              where lower(t14.language) = lower(tag) or starts_with(lower(t14.language), lower(tag) || '-')
            )
            order by coalesce(t14.published_start, '-infinity'::timestamptz) desc,
            t14.id desc
            limit $20::int
          ) t14
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "noLanguage",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from articles t15
        where t15.published_start >= $22::timestamptz
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t16.external_id as "externalId",
          t16.url as "url"
          from (
            select t16.*
            from articles t16
            where t16.published_start >= $24::timestamptz
            order by coalesce(t16.published_start, '-infinity'::timestamptz) desc,
            t16.id desc
            limit $23::int
          ) t16
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "since",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from articles t17
        where t17.published_start < $25::timestamptz
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t18.external_id as "externalId",
          t18.url as "url"
          from (
            select t18.*
            from articles t18
            where t18.published_start < $27::timestamptz
            order by coalesce(t18.published_start, '-infinity'::timestamptz) desc,
            t18.id desc
            limit $26::int
          ) t18
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "before",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from articles t19
        where t19.published_start >= $28::timestamptz
        and t19.published_start < $29::timestamptz
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t20.external_id as "externalId",
          t20.url as "url"
          from (
            select t20.*
            from articles t20
            where t20.published_start >= $31::timestamptz
            and t20.published_start < $32::timestamptz
            order by coalesce(t20.published_start, '-infinity'::timestamptz) desc,
            t20.id desc
            limit $30::int
          ) t20
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "between",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from articles t21
        where t21.stored_at >= $33::timestamptz
        and t21.stored_at < $34::timestamptz
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t22.external_id as "externalId",
          t22.url as "url"
          from (
            select t22.*
            from articles t22
            where t22.stored_at >= $36::timestamptz
            and t22.stored_at < $37::timestamptz
            order by coalesce(t22.published_start, '-infinity'::timestamptz) desc,
            t22.id desc
            limit $35::int
          ) t22
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "stored",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from articles t23
        where t23.id in (
          select f.article_id
          from article_actors f
          where f.actor_id = any($38::uuid[])
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t24.external_id as "externalId",
          t24.url as "url"
          from (
            select t24.*
            from articles t24
            where t24.id in (
              select f.article_id
              from article_actors f
              where f.actor_id = any($40::uuid[])
            )
            order by coalesce(t24.published_start, '-infinity'::timestamptz) desc,
            t24.id desc
            limit $39::int
          ) t24
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "actors",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from articles t25
        where cardinality($41::uuid[]) > 0
        and (
          select count(*)
          from article_actors f
          where f.article_id = t25.id
          and f.actor_id = any($41::uuid[])
        ) = (
          select count(distinct f)
          from unnest($41::uuid[]) f
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t26.external_id as "externalId",
          t26.url as "url"
          from (
            select t26.*
            from articles t26
            where cardinality($43::uuid[]) > 0
            and (
              select count(*)
              from article_actors f
              where f.article_id = t26.id
              and f.actor_id = any($43::uuid[])
            ) = (
              select count(distinct f)
              from unnest($43::uuid[]) f
            )
            order by coalesce(t26.published_start, '-infinity'::timestamptz) desc,
            t26.id desc
            limit $42::int
          ) t26
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "allActors",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from articles t27
        where t27.id in (
          select f.article_id
          from article_events f
          where f.event_id = any($44::uuid[])
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t28.external_id as "externalId",
          t28.url as "url"
          from (
            select t28.*
            from articles t28
            where t28.id in (
              select f.article_id
              from article_events f
              where f.event_id = any($46::uuid[])
            )
            order by coalesce(t28.published_start, '-infinity'::timestamptz) desc,
            t28.id desc
            limit $45::int
          ) t28
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "events",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from articles t29
        where t29.id in (
          select f.article_id
          from quotes f
          where f.id = any($47::uuid[])
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t30.external_id as "externalId",
          t30.url as "url"
          from (
            select t30.*
            from articles t30
            where t30.id in (
              select f.article_id
              from quotes f
              where f.id = any($49::uuid[])
            )
            order by coalesce(t30.published_start, '-infinity'::timestamptz) desc,
            t30.id desc
            limit $48::int
          ) t30
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "quotes",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from articles t31
        where t31.source_id = any($50::uuid[])
        and exists (
          select
          from unnest($51::text[]) tag
          where lower(t31.language) = lower(tag) or starts_with(lower(t31.language), lower(tag) || '-')
        )
        and t31.id in (
          select f.article_id
          from article_actors f
          where f.actor_id = any($52::uuid[])
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t32.external_id as "externalId",
          t32.url as "url"
          from (
            select t32.*
            from articles t32
            where t32.source_id = any($54::uuid[])
            and exists (
              select
              from unnest($55::text[]) tag
              where lower(t32.language) = lower(tag) or starts_with(lower(t32.language), lower(tag) || '-')
            )
            and t32.id in (
              select f.article_id
              from article_actors f
              where f.actor_id = any($56::uuid[])
            )
            order by coalesce(t32.published_start, '-infinity'::timestamptz) desc,
            t32.id desc
            limit $53::int
          ) t32
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "joinedByAnd",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from articles t33
        where t33.id = any($57::uuid[])
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t34.external_id as "externalId",
          t34.url as "url"
          from (
            select t34.*
            from articles t34
            where t34.id = any($59::uuid[])
            order by coalesce(t34.published_start, '-infinity'::timestamptz) desc,
            t34.id desc
            limit $58::int
          ) t34
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "emptyList",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from articles t35
        where cardinality($60::uuid[]) > 0
        and (
          select count(*)
          from article_actors f
          where f.article_id = t35.id
          and f.actor_id = any($60::uuid[])
        ) = (
          select count(distinct f)
          from unnest($60::uuid[]) f
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t36.external_id as "externalId",
          t36.url as "url"
          from (
            select t36.*
            from articles t36
            where cardinality($62::uuid[]) > 0
            and (
              select count(*)
              from article_actors f
              where f.article_id = t36.id
              and f.actor_id = any($62::uuid[])
            ) = (
              select count(distinct f)
              from unnest($62::uuid[]) f
            )
            order by coalesce(t36.published_start, '-infinity'::timestamptz) desc,
            t36.id desc
            limit $61::int
          ) t36
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "emptyAll",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from articles t37
      ) as "totalCount"
    ) "$"
  ) as "nulls",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from articles t38
      ) as "totalCount"
    ) "$"
  ) as "none"
) "$"
