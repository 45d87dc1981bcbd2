select convert_to(concat('{"changes":', (
  select concat('{"__typename":"ChangeConnection","edges":[', string_agg(t1."$o1", ',' order by t1."$n") filter (where t1."$n" <= 2), '],"nodes":[', string_agg(t1."$o2", ',' order by t1."$n") filter (where t1."$n" <= 2), '],"pageInfo":{"__typename":"PageInfo","hasNextPage":', (count(*) > 2)::text, ',"hasPreviousPage":false,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $2::text || json_build_array(((array_agg(t1."$1" order by t1."$n") filter (where t1."$n" <= 2))[1])::text, ((array_agg(t1."$2" order by t1."$n") filter (where t1."$n" <= 2))[1])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $3::text || json_build_array(((array_agg(t1."$1" order by t1."$n") filter (where t1."$n" <= 2))[least(count(t1."$n"), 2)])::text, ((array_agg(t1."$2" order by t1."$n") filter (where t1."$n" <= 2))[least(count(t1."$n"), 2)])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), '}}')
  from (
    select t2."$n",
    t2."$1",
    t2."$2",
    concat('{"__typename":"ChangeEdge","cursor":"', (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $1::text || json_build_array((t2."$1")::text, (t2."$2")::text)::text
      ) as c (p)
    ), '","node":{	"__typename":"Change","kind":"', t2.kind, '","nodeId":"', lower(t2.type_name) || '_' || t2.node_id, '","typeName":', to_json(t2.type_name), ',"at":"', to_char(t2.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '","node":', coalesce((
      select concat('{	"__typename":"Source","id":"source_', t3.id, '"}') as "$"
      from sources t3
      where t3.id = case when t2.type_name = 'Source' then t2.node_id end
    ), (
      select concat('{	"__typename":"Article","id":"article_', t4.id, '"}') as "$"
      from articles t4
      where t4.id = case when t2.type_name = 'Article' then t2.node_id end
    ), (
      select concat('{	"__typename":"Actor","id":"actor_', t5.id, '"}') as "$"
      from actors t5
      where t5.id = coalesce((
        select m.actor_id
        from former_actors m
        where m.former_id = case when t2.type_name = 'Actor' then t2.node_id end
      ), case when t2.type_name = 'Actor' then t2.node_id end)
    ), (
      select concat('{	"__typename":"Quote","id":"quote_', t6.id, '"}') as "$"
      from quotes t6
      where t6.id = case when t2.type_name = 'Quote' then t2.node_id end
    ), (
      select concat('{	"__typename":"Utterance","id":"utterance_', t7.id, '"}') as "$"
      from utterances t7
      where t7.id = case when t2.type_name = 'Utterance' then t2.node_id end
    ), (
      select concat('{	"__typename":"Event","id":"event_', t8.id, '"}') as "$"
      from events t8
      where t8.id = case when t2.type_name = 'Event' then t2.node_id end
    ), 'null'), '}}') as "$o1",
    concat('{	"nodeId":"', lower(t2.type_name) || '_' || t2.node_id, '"}') as "$o2"
    from (
      select t2.at,
      t2.kind,
      t2.node_id,
      t2.type_name,
      t2.xid as "$1",
      t2.node_id as "$2",
      row_number() over (order by t2.xid, t2.node_id) as "$n"
      from changes t2
      where t2.xid < pg_snapshot_xmin(pg_current_snapshot())
      order by t2.xid,
      t2.node_id
      limit 3
    ) t2
  ) t1
  having true
), ',"nextPage":', (
  select concat('{"nodes":[', string_agg(t9."$o0", ',' order by t9."$n") filter (where t9."$n" <= 3), '],"pageInfo":{"hasNextPage":', (count(*) > 3)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $4::text || json_build_array(((array_agg(t9."$1" order by t9."$n") filter (where t9."$n" <= 3))[1])::text, ((array_agg(t9."$2" order by t9."$n") filter (where t9."$n" <= 3))[1])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $5::text || json_build_array(((array_agg(t9."$1" order by t9."$n") filter (where t9."$n" <= 3))[least(count(t9."$n"), 3)])::text, ((array_agg(t9."$2" order by t9."$n") filter (where t9."$n" <= 3))[least(count(t9."$n"), 3)])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), '}}')
  from (
    select t10."$n",
    t10."$1",
    t10."$2",
    concat('{	"kind":"', t10.kind, '","at":"', to_char(t10.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '","node":', coalesce((
      select concat('{	}') as "$"
      from sources t11
      where t11.id = case when t10.type_name = 'Source' then t10.node_id end
    ), (
      select concat('{	"headline":', coalesce(to_json(t12.headline), 'null'), '}') as "$"
      from articles t12
      where t12.id = case when t10.type_name = 'Article' then t10.node_id end
    ), (
      select concat('{	"name":', to_json(t13.name), '}') as "$"
      from actors t13
      where t13.id = coalesce((
        select m.actor_id
        from former_actors m
        where m.former_id = case when t10.type_name = 'Actor' then t10.node_id end
      ), case when t10.type_name = 'Actor' then t10.node_id end)
    ), (
      select concat('{	"text":', to_json(t14.exact), '}') as "$"
      from quotes t14
      where t14.id = case when t10.type_name = 'Quote' then t10.node_id end
    ), (
      select concat('{	}') as "$"
      from utterances t15
      where t15.id = case when t10.type_name = 'Utterance' then t10.node_id end
    ), (
      select concat('{	}') as "$"
      from events t16
      where t16.id = case when t10.type_name = 'Event' then t10.node_id end
    ), 'null'), '}') as "$o0"
    from (
      select t10.at,
      t10.kind,
      t10.node_id,
      t10.type_name,
      t10.xid as "$1",
      t10.node_id as "$2",
      row_number() over (order by t10.xid, t10.node_id) as "$n"
      from changes t10
      where t10.xid < pg_snapshot_xmin(pg_current_snapshot())
      and in_feed((($6::text[])[1])::xid8, (($6::text[])[2])::uuid)
      and (t10.xid, t10.node_id) > ((($6::text[])[1])::xid8, (($6::text[])[2])::uuid)
      order by t10.xid,
      t10.node_id
      limit 4
    ) t10
  ) t9
  having true
), ',"previousPage":', (
  select concat('{"nodes":[', string_agg(t17."$o0", ',' order by t17."$n" desc) filter (where t17."$n" <= 2), '],"pageInfo":{"hasNextPage":true,"hasPreviousPage":', (count(*) > 2)::text, '}}')
  from (
    select t18."$n",
    t18."$1",
    t18."$2",
    concat('{	"kind":"', t18.kind, '","nodeId":"', lower(t18.type_name) || '_' || t18.node_id, '"}') as "$o0"
    from (
      select t18.kind,
      t18.node_id,
      t18.type_name,
      t18.xid as "$1",
      t18.node_id as "$2",
      row_number() over (order by t18.xid desc, t18.node_id desc) as "$n"
      from changes t18
      where t18.xid < pg_snapshot_xmin(pg_current_snapshot())
      and in_feed((($7::text[])[1])::xid8, (($7::text[])[2])::uuid)
      and (t18.xid, t18.node_id) < ((($7::text[])[1])::xid8, (($7::text[])[2])::uuid)
      order by t18.xid desc,
      t18.node_id desc
      limit 3
    ) t18
  ) t17
  having true
), '}'), 'UTF8')
