select row_to_json("$")
from (
  select (
    select row_to_json("$")
    from (
      select 'Source'::text as "__typename",
      'source_' || t1.id as "id",
      t1.name as "name",
      t1.domain as "domain",
      (
        select row_to_json("$")
        from (
          select (
            select count(*)
            from articles t2
            where t2.source_id = t1.id
          ) as "totalCount",
          (
            select coalesce(json_agg(row_to_json("$")), '[]'::json)
            from (
              select 'article_' || t3.id as "id",
              t3.published as "datePublished"
              from (
                select t3.*
                from articles t3
                where t3.source_id = t1.id
                order by coalesce(t3.published_start, '-infinity'::timestamptz) desc,
                t3.id desc
                limit $2::int
              ) t3
            ) "$"
          ) as "nodes"
        ) "$"
      ) as "articles",
      (
        select row_to_json("$")
        from (
          select (
            select coalesce(json_agg(row_to_json("$")), '[]'::json)
            from (
              select 'article_' || t4.id as "id"
              from (
                select t4.*
                from articles t4
                where t4.source_id = t1.id
                order by coalesce(t4.published_start, 'infinity'::timestamptz),
                t4.id
                limit $3::int
              ) t4
            ) "$"
          ) as "nodes"
        ) "$"
      ) as "oldest",
      (
        select row_to_json("$")
        from (
          select (
            select coalesce(json_agg(row_to_json("$")), '[]'::json)
            from (
              select 'article_' || t5.id as "id"
              from (
                select t5.*
                from articles t5
                where t5.source_id = t1.id
                and exists (
                  select
                  from unnest($5::text[]) tag
                  where lower(t5.language) = lower(tag) or starts_with(lower(t5.language), lower(tag) || '-')
                )
                order by t5.stored_at desc,
                t5.id desc
                limit $4::int
              ) t5
            ) "$"
          ) as "nodes"
        ) "$"
      ) as "lastStored",
      (
        select row_to_json("$")
        from (
          select (
            select coalesce(json_agg(row_to_json("$")), '[]'::json)
            from (
              select 'article_' || t6.id as "id"
              from (
                select t6.*
                from articles t6
                where t6.source_id = t1.id
                order by t6.stored_at,
                t6.id
                limit $6::int
              ) t6
            ) "$"
          ) as "nodes"
        ) "$"
      ) as "firstStored"
      from sources t1
      where t1.id = $1::uuid
    ) "$"
  ) as "source",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from sources t7
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t8.name as "name",
          t8.domain as "domain"
          from (
            select t8.*
            from sources t8
            order by t8.name collate "C",
            t8.id
            limit $7::int
          ) t8
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "sources"
) "$"
