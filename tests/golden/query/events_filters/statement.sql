select row_to_json("$")
from (
  select (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from events t1
        where t1.id = any($1::uuid[])
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t2.name as "name"
          from (
            select t2.*
            from events t2
            where t2.id = any($3::uuid[])
            order by coalesce(t2.start_at, '-infinity'::timestamptz) desc,
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
        from events t3
        where t3.type = any($4::text[])
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t4.name as "name"
          from (
            select t4.*
            from events t4
            where t4.type = any($6::text[])
            order by coalesce(t4.start_at, '-infinity'::timestamptz) desc,
            t4.id desc
            limit $5::int
          ) t4
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "types",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from events t5
        where t5.id in (
          select f.event_id
          from participants f
          where f.actor_id = any($7::uuid[])
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t6.name as "name"
          from (
            select t6.*
            from events t6
            where t6.id in (
              select f.event_id
              from participants f
              where f.actor_id = any($9::uuid[])
            )
            order by coalesce(t6.start_at, '-infinity'::timestamptz) desc,
            t6.id desc
            limit $8::int
          ) t6
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "participants",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from events t7
        where cardinality($10::uuid[]) > 0
        and (
          select count(distinct f.actor_id)
          from participants f
          where f.event_id = t7.id
          and f.actor_id = any($10::uuid[])
        ) = (
          select count(distinct f)
          from unnest($10::uuid[]) f
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t8.name as "name"
          from (
            select t8.*
            from events t8
            where cardinality($12::uuid[]) > 0
            and (
              select count(distinct f.actor_id)
              from participants f
              where f.event_id = t8.id
              and f.actor_id = any($12::uuid[])
            ) = (
              select count(distinct f)
              from unnest($12::uuid[]) f
            )
            order by coalesce(t8.start_at, '-infinity'::timestamptz) desc,
            t8.id desc
            limit $11::int
          ) t8
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "allParticipants",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from events t9
        where cardinality($13::uuid[]) > 0
        and (
          select count(distinct f.actor_id)
          from participants f
          where f.event_id = t9.id
          and f.actor_id = any($13::uuid[])
        ) = (
          select count(distinct f)
          from unnest($13::uuid[]) f
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t10.name as "name"
          from (
            select t10.*
            from events t10
            where cardinality($15::uuid[]) > 0
            and (
              select count(distinct f.actor_id)
              from participants f
              where f.event_id = t10.id
              and f.actor_id = any($15::uuid[])
            ) = (
              select count(distinct f)
              from unnest($15::uuid[]) f
            )
            order by coalesce(t10.start_at, '-infinity'::timestamptz) desc,
            t10.id desc
            limit $14::int
          ) t10
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "noParticipants",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from events t11
        where t11.location_id = any($16::uuid[])
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t12.name as "name"
          from (
            select t12.*
            from events t12
            where t12.location_id = any($18::uuid[])
            order by coalesce(t12.start_at, '-infinity'::timestamptz) desc,
            t12.id desc
            limit $17::int
          ) t12
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "locations",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from events t13
        where t13.start_at >= $19::timestamptz
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t14.name as "name"
          from (
            select t14.*
            from events t14
            where t14.start_at >= $21::timestamptz
            order by coalesce(t14.start_at, '-infinity'::timestamptz) desc,
            t14.id desc
            limit $20::int
          ) t14
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "since",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from events t15
        where t15.start_at < $22::timestamptz
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t16.name as "name"
          from (
            select t16.*
            from events t16
            where t16.start_at < $24::timestamptz
            order by coalesce(t16.start_at, '-infinity'::timestamptz) desc,
            t16.id desc
            limit $23::int
          ) t16
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "before",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from events t17
        where t17.source_count >= $25::int
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t18.name as "name"
          from (
            select t18.*
            from events t18
            where t18.source_count >= $27::int
            order by coalesce(t18.start_at, '-infinity'::timestamptz) desc,
            t18.id desc
            limit $26::int
          ) t18
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "minSources"
) "$"
