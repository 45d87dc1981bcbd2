select row_to_json("$".*)
from (
  select (
    select row_to_json("$".*)
    from (
      select 'article_' || t1.id as "id",
      t1.url as "url",
      t1.revision as "revision",
      to_char(t1.stored_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dateStored",
      to_char(t1.modified_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dateModified",
      t1.body as "body"
      from articles t1
      where t1.id = (
        select k.article_id
        from article_keys k
        where k.key = $1::bytea
      )
    ) "$"
  ) as "otherwiseWritten",
  (
    select row_to_json("$".*)
    from (
      select t2.url as "url",
      t2.headline as "headline",
      t2.body as "body",
      t2.status as "status",
      t2.language as "language"
      from articles t2
      where t2.id = (
        select k.article_id
        from article_keys k
        where k.key = $2::bytea
      )
    ) "$"
  ) as "withNonAscii",
  (
    select row_to_json("$".*)
    from (
      select 'article_' || t3.id as "id"
      from articles t3
      where t3.id = (
        select k.article_id
        from article_keys k
        where k.key = $3::bytea
      )
    ) "$"
  ) as "unknown"
) "$"
