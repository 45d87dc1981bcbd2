select row_to_json("$".*)
from (
  select (
    select row_to_json("$".*)
    from (
      select 'ChangeConnection'::text as "__typename",
      coalesce(json_agg(t1."$o1" order by t1."$n") filter (where t1."$n" <= 2), '[]'::json) as "edges",
      coalesce(json_agg(t1."$o2" order by t1."$n") filter (where t1."$n" <= 2), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"__typename":' || coalesce(to_json('PageInfo'::text)::text, 'null'), '"hasNextPage":' || coalesce(to_json(count(*) > 2)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $2::text || json_build_array(((array_agg(t1."$1" order by t1."$n") filter (where t1."$n" <= 2))[1])::text, ((array_agg(t1."$2" order by t1."$n") filter (where t1."$n" <= 2))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $3::text || json_build_array(((array_agg(t1."$1" order by t1."$n" desc) filter (where t1."$n" <= 2))[1])::text, ((array_agg(t1."$2" order by t1."$n" desc) filter (where t1."$n" <= 2))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t2."$n",
        t2."$1",
        t2."$2",
        row_to_json(t10.*) as "$o1",
        row_to_json(t11.*) as "$o2"
        from (
          select t2.*,
          t2.xid as "$1",
          t2.node_id as "$2",
          row_number() over (order by t2.xid, t2.node_id) as "$n"
          from changes t2
          where t2.xid < pg_snapshot_xmin(pg_current_snapshot())
          order by t2.xid,
          t2.node_id
          limit 3
        ) t2 cross
        join lateral (
          select 'Change'::text as "__typename",
          t2.kind as "kind",
          lower(t2.type_name) || '_' || t2.node_id as "nodeId",
          t2.type_name as "typeName",
          to_char(t2.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "at",
          coalesce((
            select row_to_json("$".*)
            from (
              select 'Source'::text as "__typename",
              'source_' || t3.id as "id"
              from sources t3
              where t3.id = case when t2.type_name = 'Source' then t2.node_id end
            ) "$"
          ), (
            select row_to_json("$".*)
            from (
              select 'Article'::text as "__typename",
              'article_' || t4.id as "id"
              from articles t4
              where t4.id = case when t2.type_name = 'Article' then t2.node_id end
            ) "$"
          ), (
            select row_to_json("$".*)
            from (
              select 'Actor'::text as "__typename",
              'actor_' || t5.id as "id"
              from actors t5
              where t5.id = case when t2.type_name = 'Actor' then t2.node_id end
            ) "$"
          ), (
            select row_to_json("$".*)
            from (
              select 'Quote'::text as "__typename",
              'quote_' || t6.id as "id"
              from quotes t6
              where t6.id = case when t2.type_name = 'Quote' then t2.node_id end
            ) "$"
          ), (
            select row_to_json("$".*)
            from (
              select 'Utterance'::text as "__typename",
              'utterance_' || t7.id as "id"
              from utterances t7
              where t7.id = case when t2.type_name = 'Utterance' then t2.node_id end
            ) "$"
          ), (
            select row_to_json("$".*)
            from (
              select 'Event'::text as "__typename",
              'event_' || t8.id as "id"
              from events t8
              where t8.id = case when t2.type_name = 'Event' then t2.node_id end
            ) "$"
          )) as "node"
        ) t9 cross
        join lateral (
          select 'ChangeEdge'::text as "__typename",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $1::text || json_build_array((t2."$1")::text, (t2."$2")::text)::text
            ) as c (p)
          ) as "cursor",
          row_to_json(t9.*) as "node"
        ) t10 cross
        join lateral (
          select lower(t2.type_name) || '_' || t2.node_id as "nodeId"
        ) t11
      ) t1
      having true
    ) "$"
  ) as "changes",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(t12."$o0" order by t12."$n") filter (where t12."$n" <= 3), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 3)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $4::text || json_build_array(((array_agg(t12."$1" order by t12."$n") filter (where t12."$n" <= 3))[1])::text, ((array_agg(t12."$2" order by t12."$n") filter (where t12."$n" <= 3))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $5::text || json_build_array(((array_agg(t12."$1" order by t12."$n" desc) filter (where t12."$n" <= 3))[1])::text, ((array_agg(t12."$2" order by t12."$n" desc) filter (where t12."$n" <= 3))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t13."$n",
        t13."$1",
        t13."$2",
        row_to_json(t20.*) as "$o0"
        from (
          select t13.*,
          t13.xid as "$1",
          t13.node_id as "$2",
          row_number() over (order by t13.xid, t13.node_id) as "$n"
          from changes t13
          where t13.xid < pg_snapshot_xmin(pg_current_snapshot())
          and in_feed((($6::text[])[1])::xid8, (($6::text[])[2])::uuid)
          and (t13.xid, t13.node_id) > ((($6::text[])[1])::xid8, (($6::text[])[2])::uuid)
          order by t13.xid,
          t13.node_id
          limit 4
        ) t13 cross
        join lateral (
          select t13.kind as "kind",
          to_char(t13.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "at",
          coalesce((
            select row_to_json("$".*)
            from (
              select
              from sources t14
              where t14.id = case when t13.type_name = 'Source' then t13.node_id end
            ) "$"
          ), (
            select row_to_json("$".*)
            from (
              select t15.headline as "headline"
              from articles t15
              where t15.id = case when t13.type_name = 'Article' then t13.node_id end
            ) "$"
          ), (
            select row_to_json("$".*)
            from (
              select t16.name as "name"
              from actors t16
              where t16.id = case when t13.type_name = 'Actor' then t13.node_id end
            ) "$"
          ), (
            select row_to_json("$".*)
            from (
              select t17.exact as "text"
              from quotes t17
              where t17.id = case when t13.type_name = 'Quote' then t13.node_id end
            ) "$"
          ), (
            select row_to_json("$".*)
            from (
              select
              from utterances t18
              where t18.id = case when t13.type_name = 'Utterance' then t13.node_id end
            ) "$"
          ), (
            select row_to_json("$".*)
            from (
              select
              from events t19
              where t19.id = case when t13.type_name = 'Event' then t13.node_id end
            ) "$"
          )) as "node"
        ) t20
      ) t12
      having true
    ) "$"
  ) as "nextPage",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(t21."$o0" order by t21."$n" desc) filter (where t21."$n" <= 2), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(true)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(count(*) > 2)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t22."$n",
        t22."$1",
        t22."$2",
        row_to_json(t23.*) as "$o0"
        from (
          select t22.*,
          t22.xid as "$1",
          t22.node_id as "$2",
          row_number() over (order by t22.xid desc, t22.node_id desc) as "$n"
          from changes t22
          where t22.xid < pg_snapshot_xmin(pg_current_snapshot())
          and in_feed((($7::text[])[1])::xid8, (($7::text[])[2])::uuid)
          and (t22.xid, t22.node_id) < ((($7::text[])[1])::xid8, (($7::text[])[2])::uuid)
          order by t22.xid desc,
          t22.node_id desc
          limit 3
        ) t22 cross
        join lateral (
          select t22.kind as "kind",
          lower(t22.type_name) || '_' || t22.node_id as "nodeId"
        ) t23
      ) t21
      having true
    ) "$"
  ) as "previousPage"
) "$"
