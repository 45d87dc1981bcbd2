select row_to_json("$")
from (
  select (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from actors t1
        where t1.id = any($1::uuid[])
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t2.name as "name"
          from (
            select t2.*
            from actors t2
            where t2.id = any($3::uuid[])
            order by t2.mention_count desc,
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
        from actors t3
        where t3.kind = any($4::text[])
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t4.name as "name"
          from (
            select t4.*
            from actors t4
            where t4.kind = any($6::text[])
            order by t4.mention_count desc,
            t4.id desc
            limit $5::int
          ) t4
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "kinds",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from actors t5
        where t5.id in (
          select f.actor_id
          from aliases f
          where f.folded = $7::text
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t6.name as "name"
          from (
            select t6.*
            from actors t6
            where t6.id in (
              select f.actor_id
              from aliases f
              where f.folded = $9::text
            )
            order by t6.mention_count desc,
            t6.id desc
            limit $8::int
          ) t6
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "byAlias",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from actors t7
        where t7.id in (
          select f.actor_id
          from aliases f
          where f.folded = $10::text
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t8.name as "name"
          from (
            select t8.*
            from actors t8
            where t8.id in (
              select f.actor_id
              from aliases f
              where f.folded = $12::text
            )
            order by t8.mention_count desc,
            t8.id desc
            limit $11::int
          ) t8
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "byFoldedName",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from actors t9
        where t9.id in (
          select f.actor_id
          from aliases f
          where f.folded = $13::text
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t10.name as "name"
          from (
            select t10.*
            from actors t10
            where t10.id in (
              select f.actor_id
              from aliases f
              where f.folded = $15::text
            )
            order by t10.mention_count desc,
            t10.id desc
            limit $14::int
          ) t10
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "byAstralName",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from actors t11
        where t11.id in (
          select f.actor_id
          from aliases f
          where f.folded = $16::text
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t12.name as "name"
          from (
            select t12.*
            from actors t12
            where t12.id in (
              select f.actor_id
              from aliases f
              where f.folded = $18::text
            )
            order by t12.mention_count desc,
            t12.id desc
            limit $17::int
          ) t12
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "byQuotedName",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from actors t13
        where t13.id in (
          select f.actor_id
          from aliases f
          where f.folded = $19::text
        )
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t14.name as "name"
          from (
            select t14.*
            from actors t14
            where t14.id in (
              select f.actor_id
              from aliases f
              where f.folded = $21::text
            )
            order by t14.mention_count desc,
            t14.id desc
            limit $20::int
          ) t14
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "byNoName",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from actors t15
        where (t15.quote_count > 0) = $22::bool
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t16.name as "name"
          from (
            select t16.*
            from actors t16
            where (t16.quote_count > 0) = $24::bool
            order by t16.mention_count desc,
            t16.id desc
            limit $23::int
          ) t16
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "quoted",
  (
    select row_to_json("$")
    from (
      select (
        select count(*)
        from actors t17
        where t17.kind = any($25::text[])
        and (t17.quote_count > 0) = $26::bool
      ) as "totalCount",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t18.name as "name"
          from (
            select t18.*
            from actors t18
            where t18.kind = any($28::text[])
            and (t18.quote_count > 0) = $29::bool
            order by t18.mention_count desc,
            t18.id desc
            limit $27::int
          ) t18
        ) "$"
      ) as "nodes"
    ) "$"
  ) as "unquoted"
) "$"
