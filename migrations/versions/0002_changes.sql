-- The feed of changes: one row a node and transaction, written by triggers, so that no writer can leave one out.
-- Transactions commit in another order than they begin in, so a position in the feed is (xid, node_id), and what is
-- read lies below pg_snapshot_xmin(pg_current_snapshot()): nothing can appear there any more.
create table changes (
    xid xid8 not null,
    node_id uuid not null,
    kind text not null check (kind in ('CREATED', 'UPDATED', 'DELETED', 'MERGED')),
    type_name text not null check (type_name in ('Source', 'Article', 'Actor', 'Quote', 'Utterance', 'Event')),
    at timestamptz not null default now(),
    primary key (xid, node_id)
);

-- The last change that was removed for its age; no row where none was.
create table changes_horizon (
    one boolean primary key default true check (one),
    xid xid8 not null,
    node_id uuid not null
);

-- Whether the feed can be read on from a position: raises where what followed it was removed, and where the
-- position is of a later transaction than this cluster has had, as after the database was restored.
create function in_feed(xid xid8, node_id uuid) returns boolean language plpgsql stable as $$
begin
    if xid >= pg_snapshot_xmax(pg_current_snapshot())
        or exists (select from changes_horizon h where (in_feed.xid, in_feed.node_id) < (h.xid, h.node_id))
    then
        raise exception 'position (%, %) is not in the feed of changes', xid, node_id using errcode = 'OR001';
    end if;
    return true;
end $$;

-- The triggers' functions. What happens to a node in one transaction is one change, the difference that the
-- transaction makes: deleted and stored again, as a revision is, is UPDATED; stored and deleted again is nothing.
-- The rows of a statement are one or thousands: a plan that was made for one must not serve for thousands.
create function note_created() returns trigger language plpgsql set plan_cache_mode = force_custom_plan as $$
begin
    insert into changes (xid, node_id, kind, type_name)
    select pg_current_xact_id(), n.id, 'CREATED', tg_argv[0] from added n
    on conflict (xid, node_id) do update set kind = 'UPDATED';
    if found then
        perform pg_notify('onrecord_changes', '');
    end if;
    return null;
end $$;

create function note_updated() returns trigger language plpgsql set plan_cache_mode = force_custom_plan as $$
begin
    insert into changes (xid, node_id, kind, type_name)
    select pg_current_xact_id(), n.id, 'UPDATED', tg_argv[0]
    from added n join removed o on o.id = n.id where o is distinct from n
    on conflict (xid, node_id) do nothing;
    if found then
        perform pg_notify('onrecord_changes', '');
    end if;
    return null;
end $$;

create function note_deleted() returns trigger language plpgsql set plan_cache_mode = force_custom_plan as $$
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
        -- A merge points the keys of the actor that goes at the one that stays.
        case when tg_argv[0] = 'Actor' and exists (
            select from actor_keys k where k.home_id = o.id and k.actor_id <> o.id
        ) then 'MERGED' else 'DELETED' end,
        tg_argv[0]
    from removed o where o.id not in (select u.node_id from undone u)
    on conflict (xid, node_id) do update set kind = excluded.kind;
    if found then
        perform pg_notify('onrecord_changes', '');
    end if;
    return null;
end $$;

-- A row that is shown as a part of an actor or an event; the part of one that goes with it is no change of its own.
create function note_part_of_actor() returns trigger language plpgsql set plan_cache_mode = force_custom_plan as $$
begin
    insert into changes (xid, node_id, kind, type_name)
    select pg_current_xact_id(), t.id, 'UPDATED', 'Actor'
    from actors t where t.id in (select p.actor_id from parts p)
    on conflict (xid, node_id) do nothing;
    if found then
        perform pg_notify('onrecord_changes', '');
    end if;
    return null;
end $$;

create function note_part_of_event() returns trigger language plpgsql set plan_cache_mode = force_custom_plan as $$
begin
    insert into changes (xid, node_id, kind, type_name)
    select pg_current_xact_id(), t.id, 'UPDATED', 'Event'
    from events t where t.id in (select p.event_id from parts p)
    on conflict (xid, node_id) do nothing;
    if found then
        perform pg_notify('onrecord_changes', '');
    end if;
    return null;
end $$;

create trigger created after insert on sources referencing new table as added
    for each statement execute function note_created('Source');
create trigger updated after update on sources referencing old table as removed new table as added
    for each statement execute function note_updated('Source');
create trigger deleted after delete on sources referencing old table as removed
    for each statement execute function note_deleted('Source');

create trigger created after insert on articles referencing new table as added
    for each statement execute function note_created('Article');
create trigger updated after update on articles referencing old table as removed new table as added
    for each statement execute function note_updated('Article');
create trigger deleted after delete on articles referencing old table as removed
    for each statement execute function note_deleted('Article');

create trigger created after insert on actors referencing new table as added
    for each statement execute function note_created('Actor');
create trigger updated after update on actors referencing old table as removed new table as added
    for each statement execute function note_updated('Actor');
create trigger deleted after delete on actors referencing old table as removed
    for each statement execute function note_deleted('Actor');

create trigger created after insert on quotes referencing new table as added
    for each statement execute function note_created('Quote');
create trigger updated after update on quotes referencing old table as removed new table as added
    for each statement execute function note_updated('Quote');
create trigger deleted after delete on quotes referencing old table as removed
    for each statement execute function note_deleted('Quote');

create trigger created after insert on utterances referencing new table as added
    for each statement execute function note_created('Utterance');
create trigger updated after update on utterances referencing old table as removed new table as added
    for each statement execute function note_updated('Utterance');
create trigger deleted after delete on utterances referencing old table as removed
    for each statement execute function note_deleted('Utterance');

create trigger created after insert on events referencing new table as added
    for each statement execute function note_created('Event');
create trigger updated after update on events referencing old table as removed new table as added
    for each statement execute function note_updated('Event');
create trigger deleted after delete on events referencing old table as removed
    for each statement execute function note_deleted('Event');

create trigger part_added after insert on aliases referencing new table as parts
    for each statement execute function note_part_of_actor();
create trigger part_updated after update on aliases referencing new table as parts
    for each statement execute function note_part_of_actor();
create trigger part_removed after delete on aliases referencing old table as parts
    for each statement execute function note_part_of_actor();
create trigger part_added after insert on roles referencing new table as parts
    for each statement execute function note_part_of_actor();
create trigger part_updated after update on roles referencing new table as parts
    for each statement execute function note_part_of_actor();
create trigger part_removed after delete on roles referencing old table as parts
    for each statement execute function note_part_of_actor();
-- Of these nothing but the key is shown.
create trigger part_added after insert on identifiers referencing new table as parts
    for each statement execute function note_part_of_actor();
create trigger part_removed after delete on identifiers referencing old table as parts
    for each statement execute function note_part_of_actor();
create trigger part_added after insert on participants referencing new table as parts
    for each statement execute function note_part_of_event();
create trigger part_removed after delete on participants referencing old table as parts
    for each statement execute function note_part_of_event();
