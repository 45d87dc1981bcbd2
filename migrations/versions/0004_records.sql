-- Records as they were sent, and actors that were merged.

-- former_id was merged into into_id, which is actor_id now: the end of the chain of merges. What articles say is
-- resolved to the former actor's id first and to actor_id by this table: taking the row away undoes the merge.
-- Nothing refers to actors: a merge outlives them, as an actor may go with its last article and come again.
create table former_actors (
    former_id uuid primary key,
    into_id uuid not null,
    actor_id uuid not null,
    merged_at timestamptz not null,
    -- as the former actor was shown; null where it was not stored when it was merged
    kind text check (kind in ('PERSON', 'ORGANIZATION', 'PLACE', 'GROUP')),
    name text,
    check (former_id not in (into_id, actor_id)),
    check ((kind is null) = (name is null))
);
create index former_actors_of_actor on former_actors (actor_id, former_id);

-- sender: who sent the current revision.
-- record: the processed article as it was sent, without its body; null where it was stored before this column was.
-- resolved: {"actors": {key: id}, "events": {key: id}}, what the record's keys stand for; actors before any merge.
-- Both are JSON that is read as a whole.
alter table articles
    add column sender text not null default 'local',
    add column record text collate "C",
    add column resolved text collate "C";

-- The actors that the article speaks of by what was merged into actor_id, itself included where it is one of them;
-- null where actor_id is all.
alter table article_actors add column home_ids uuid[];

-- Tells this database from others, in which a row of the same id may have been written by a transaction of the same
-- number: a part of the version of every answer.
create table database_identity (
    one boolean primary key default true check (one),
    id uuid not null default gen_random_uuid()
);
insert into database_identity default values;

-- The article whose account the event shows; what is stored shows its first.
alter table events add column told_by uuid;
alter table events disable trigger user;
update events e set told_by = (
    select t.article_id from article_events t where t.event_id = e.id
    order by
        (t.mode, t.contexts, t.name, t.end_date, t.date_origin, t.location_id)
            is distinct from (e.mode, e.contexts, e.name, e.end_date, e.date_origin, e.location_id),
        t.stored_at, t.article_id
    limit 1
);
alter table events enable trigger user;

-- What happens to a node in one transaction is one change. An actor that goes by a merge is MERGED.
create or replace function note_deleted() returns trigger
language plpgsql set plan_cache_mode = force_custom_plan as $$
begin
    with undone as (
        delete from changes c using removed o
        where c.xid = pg_current_xact_id() and c.node_id = o.id and c.kind = 'CREATED'
        returning c.node_id
    )
    insert into changes (xid, node_id, kind, type_name)
    select
        pg_current_xact_id(),
        o.id,
        case when tg_argv[0] = 'Actor' and exists (
            select from former_actors f where f.former_id = o.id
        ) then 'MERGED' else 'DELETED' end,
        tg_argv[0]
    from removed o where o.id not in (select u.node_id from undone u)
    on conflict (xid, node_id) do update set kind = excluded.kind;
    if found then
        perform pg_notify('onrecord_changes', '');
    end if;
    return null;
end $$;

-- Rows that are written and removed with their article alone: its row tells the version of what they show.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '%: a row is never changed; store its article anew', tg_table_name
        using errcode = 'check_violation', table = tg_table_name;
end $$;
create trigger unchanged before update on mentions for each row execute function refuse_change();
create trigger unchanged before update on reports for each row execute function refuse_change();
