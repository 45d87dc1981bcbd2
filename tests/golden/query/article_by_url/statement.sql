select convert_to(concat('{"otherwiseWritten":', coalesce((
  select concat('{	"id":"article_', t1.id, '","url":', coalesce(to_json(t1.url), 'null'), ',"revision":', t1.revision, ',"dateStored":"', to_char(t1.stored_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '","dateModified":', coalesce('"' || (to_char(t1.modified_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) || '"', 'null'), ',"body":', to_json(t1.body), '}') as "$"
  from articles t1
  where t1.id = (
    select k.article_id
    from article_keys k
    where k.key = $1::bytea
  )
), 'null'), ',"withNonAscii":', coalesce((
  select concat('{	"url":', coalesce(to_json(t2.url), 'null'), ',"headline":', coalesce(to_json(t2.headline), 'null'), ',"body":', to_json(t2.body), ',"status":"', t2.status, '","language":', to_json(t2.language), '}') as "$"
  from articles t2
  where t2.id = (
    select k.article_id
    from article_keys k
    where k.key = $2::bytea
  )
), 'null'), ',"unknown":', coalesce((
  select concat('{	"id":"article_', t3.id, '"}') as "$"
  from articles t3
  where t3.id = (
    select k.article_id
    from article_keys k
    where k.key = $3::bytea
  )
), 'null'), '}'), 'UTF8')
