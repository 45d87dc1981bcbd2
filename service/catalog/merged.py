"""Ids of actors that were merged into others, in SQL: what they stand for now.

An actor that was merged away has no row, and no column but those of former_actors holds its id.
"""


def became(actor_id: str) -> str:
    """The id of what an actor became; its own where it was not merged."""
    return f"coalesce((select m.actor_id from former_actors m where m.former_id = {actor_id}), {actor_id})"


def all_became(ids: str) -> str:
    """The ids of what these actors became."""
    return f"array(select {became('g')} from unnest({ids}) g)"


def is_any(column: str, ids: str) -> str:
    """Whether a column holds one of these actors, or what one of them became.

    The ids stand there as they were given, too: how famous they are decides Postgres's plan. That one was merged it
    takes for rare, as it does any equation between unknowns.
    """
    merged = f"from former_actors m where m.former_id = any({ids})"
    return (
        f"({column} = any({ids}) "
        f"or {column} = any(array(select m.actor_id {merged})) and (exists (select {merged}))::int = 1)"
    )
