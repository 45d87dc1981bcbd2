select row_to_json("$".*)
from (
  select (
    select row_to_json("$".*)
    from (
      select 'Source'::text as "__typename",
      'source_' || t1.id as "id",
      t1.name as "name",
      t1.domain as "domain",
      (
        select row_to_json("$".*)
        from (
          select (
            select count(*)
            from articles t2
            where t2.source_id = t1.id
          ) as "totalCount",
          coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select 'article_' || t3.id as "id",
            t3.published as "datePublished"
            from (
              select t3.*,
              coalesce(t3.published_start, '-infinity'::timestamptz) as "$1",
              t3.id as "$2"
              from articles t3
              where t3.source_id = t1.id
              order by coalesce(t3.published_start, '-infinity'::timestamptz) desc,
              t3.id desc
              limit 20
            ) t3
            order by t3."$1" desc,
            t3."$2" desc
          ) "$"
        ) "$"
      ) as "articles",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select 'article_' || t4.id as "id"
            from (
              select t4.*,
              coalesce(t4.published_start, 'infinity'::timestamptz) as "$1",
              t4.id as "$2"
              from articles t4
              where t4.source_id = t1.id
              order by coalesce(t4.published_start, 'infinity'::timestamptz),
              t4.id
              limit 1
            ) t4
            order by t4."$1",
            t4."$2"
          ) "$"
        ) "$"
      ) as "oldest",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select 'article_' || t5.id as "id"
            from (
              select t5.*,
              t5.stored_at as "$1",
              t5.id as "$2"
              from articles t5
              where t5.source_id = t1.id
              and exists (
                select
                from unnest($2::text[]) tag
                where lower(t5.language) = lower(tag) or starts_with(lower(t5.language), lower(tag) || '-')
              )
              order by t5.stored_at desc,
              t5.id desc
              limit 1
            ) t5
            order by t5."$1" desc,
            t5."$2" desc
          ) "$"
        ) "$"
      ) as "lastStored",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select 'article_' || t6.id as "id"
            from (
              select t6.*,
              t6.stored_at as "$1",
              t6.id as "$2"
              from articles t6
              where t6.source_id = t1.id
              order by t6.stored_at,
              t6.id
              limit 1
            ) t6
            order by t6."$1",
            t6."$2"
          ) "$"
        ) "$"
      ) as "firstStored"
      from sources t1
      where t1.id = $1::uuid
    ) "$"
  ) as "source",
  (
    select row_to_json("$".*)
    from (
      select (
        select count(*)
        from sources t7
      ) as "totalCount",
      coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
      from (
        select t8.name as "name",
        t8.domain as "domain"
        from (
          select t8.*,
          t8.name collate "C" as "$1",
          t8.id as "$2"
          from sources t8
          order by t8.name collate "C",
          t8.id
          limit 20
        ) t8
        order by t8."$1",
        t8."$2"
      ) "$"
    ) "$"
  ) as "sources"
) "$"
