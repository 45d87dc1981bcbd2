"""The filters of lists: what each condition is in SQL. Conditions join by AND, the values of a list by OR."""

from service.catalog.merged import all_became, became, is_any
from service.catalog.model import Condition, FilterField, FilterType

_ALL_BECAME = all_became("{value}")
_HOW = "Conditions join by AND, the values of a list by OR. An empty list matches nothing, null does not filter."

DATE_TIME_RANGE = FilterType(
    "DateTimeRange",
    "A stretch of time.",
    (
        FilterField("since", "DateTime", "From this instant on.", ()),
        FilterField("before", "DateTime", "Up to, but not including, this instant.", ()),
    ),
)

DATE_RANGE = FilterType(
    "DateRange",
    "A stretch of days, in UTC.",
    (
        FilterField("since", "Date", "From this day on.", ()),
        FilterField("before", "Date", "Up to, but not including, this day.", ()),
    ),
)


def _within(name: str, input_type: str, column: str, description: str) -> FilterField:
    """A range over a column; what has no date passes none."""
    since = Condition(f"{column} >= {{value}}", "instant", "timestamptz", ("since",))
    before = Condition(f"{column} < {{value}}", "instant", "timestamptz", ("before",))
    return FilterField(name, input_type, description, (since, before))


def _ids(name: str, node: str, sql: str, description: str) -> FilterField:
    return FilterField(name, "[ID!]", description, (Condition(sql, "ids", "uuid[]", node=node),))


def _actors(name: str, sql: str, description: str) -> FilterField:
    return _ids(name, "Actor", sql, f"{description} A merged actor's id stands for what it became.")


def _values(name: str, value_type: str, sql: str, description: str) -> FilterField:
    return FilterField(name, f"[{value_type}!]", description, (Condition(sql, "texts", "text[]"),))


def _search(description: str) -> FilterField:
    """A condition on the words that search reads."""
    how = 'All words must be there, "in quotes" in a row, -word not; OR stands between alternatives, begin* for words.'
    found = Condition("{child}.words @@ {value}::tsquery", "search", "text")
    return FilterField("search", "String", f"{description} {how} Case and accents are ignored.", (found,))


def _in_language(column: str) -> str:
    return (
        f"exists (select from unnest({{value}}) tag where lower({column}) = lower(tag) "
        f"or starts_with(lower({column}), lower(tag) || '-'))"
    )


MENTIONS_OF = FilterField(
    "actor",
    "ID",
    "Only mentions of this actor.",
    (Condition(f"{{child}}.actor_id = {became('{value}')}", "id", "uuid", node="Actor"),),
)

ARTICLES = FilterType(
    "ArticleFilter",
    f"Which articles a list holds. {_HOW}",
    (
        _ids("ids", "Article", "{child}.id = any({value})", "These articles."),
        _values("externalIds", "String", "{child}.external_id = any({value})", "With these identifiers of a sender's."),
        _values("statuses", "ArticleStatus", "{child}.status = any({value})", "With one of these statuses."),
        _search("Whose headline or body (its first 512 KiB) matches."),
        _ids("sources", "Source", "{child}.source_id = any({value})", "Of one of these outlets."),
        _values(
            "languages",
            "String",
            _in_language("{child}.language"),
            "In one of these languages, as BCP 47 tags; en matches en-GB.",
        ),
        _within(
            "published",
            "DateTimeRange",
            "{child}.published_start",
            "Published in this stretch of time; what has no date never is.",
        ),
        _within("stored", "DateTimeRange", "{child}.stored_at", "First stored in this stretch of time."),
        _actors(
            "actors",
            f"{{child}}.id in (select f.article_id from article_actors f where {is_any('f.actor_id', '{value}')})",
            "That mention or quote at least one of these actors.",
        ),
        _actors(
            "allActors",
            "cardinality({value}) > 0 and (select count(*) from article_actors f where f.article_id = {child}.id "
            f"and f.actor_id = any({_ALL_BECAME})) = (select count(distinct f) from unnest({_ALL_BECAME}) f)",
            "That mention or quote every one of these actors.",
        ),
        _ids(
            "events",
            "Event",
            "{child}.id in (select f.article_id from article_events f where f.event_id = any({value}))",
            "That tell of at least one of these events.",
        ),
        _ids(
            "quotes",
            "Quote",
            "{child}.id in (select f.article_id from quotes f where f.id = any({value}))",
            "That hold one of these quotes.",
        ),
    ),
)

ACTORS = FilterType(
    "ActorFilter",
    f"Which actors a list holds. {_HOW}",
    (
        _actors("ids", is_any("{child}.id", "{value}"), "These actors."),
        _values("kinds", "ActorKind", "{child}.kind = any({value})", "Of one of these kinds."),
        FilterField(
            "name",
            "String",
            "With this name or alias, case and accents ignored.",
            (Condition("{child}.id in (select f.actor_id from aliases f where f.folded = {value})", "folded", "text"),),
        ),
        FilterField(
            "namePrefix",
            "String",
            "With a name or alias one of whose words begins so, case and accents ignored: for type-ahead. Of several "
            "words the last is the one begun: juan gu finds Juan Guaidó. What holds no word matches nothing.",
            (
                Condition(
                    "{child}.id in (select f.actor_id from aliases f where f.words @@ {value}::tsquery)",
                    "prefix",
                    "text",
                ),
            ),
        ),
        FilterField(
            "hasQuotes",
            "Boolean",
            "true: only those who are quoted; false: only those who are not.",
            (Condition("({child}.quote_count > 0) = {value}", "same", "bool"),),
        ),
    ),
)

QUOTES = FilterType(
    "QuoteFilter",
    f"Which quotes a list holds. {_HOW}",
    (
        _ids("ids", "Quote", "{child}.id = any({value})", "These quotes."),
        _search("Whose words match."),
        _actors("speakers", is_any("{child}.speaker_id", "{value}"), "Said by one of these actors."),
        FilterField(
            "attributed",
            "Boolean",
            "true: only those whose speaker is known; false: only those whose speaker is not.",
            (Condition("({child}.speaker_id is not null) = {value}", "same", "bool"),),
        ),
        _values("quoteKinds", "QuoteKind", "{child}.kind = any({value})", "Of one of these kinds."),
        FilterField(
            "minConfidence",
            "Float",
            "Attributed with at least this confidence, 0 to 1; quotes without a confidence are left out.",
            (
                Condition(
                    "exists (select from attributions f where f.quote_id = {child}.id and f.confidence >= {value})",
                    "same",
                    "float8",
                ),
            ),
        ),
        _actors(
            "mentionedActors",
            "exists (select from mentions f where f.article_id = {child}.article_id "
            f"and {is_any('f.actor_id', '{value}')} "
            "and f.form = 'NAME' and f.span_start >= {child}.span_start and f.span_end <= {child}.span_end)",
            "That name one of these actors inside the quote.",
        ),
        _ids("sources", "Source", "{child}.source_id = any({value})", "In articles of one of these outlets."),
        _values(
            "languages",
            "String",
            f"exists (select from articles a where a.id = {{child}}.article_id and {_in_language('a.language')})",
            "In articles in one of these languages, as BCP 47 tags; en matches en-GB.",
        ),
        _ids(
            "events",
            "Event",
            "{child}.id in (select f.quote_id from event_quotes f where f.event_id = any({value}))",
            "That overlap a sentence in which one of these events is reported, or its paragraph.",
        ),
        _within(
            "published",
            "DateTimeRange",
            "{child}.published_start",
            "In articles published in this stretch of time; those without a date never are.",
        ),
        _ids("articles", "Article", "{child}.article_id = any({value})", "In one of these articles."),
    ),
)

EVENTS = FilterType(
    "EventFilter",
    f"Which events a list holds. {_HOW}",
    (
        _ids("ids", "Event", "{child}.id = any({value})", "These events."),
        _values("types", "EventType", "{child}.type = any({value})", "Of one of these types."),
        _actors(
            "participants",
            f"{{child}}.id in (select f.event_id from participants f where {is_any('f.actor_id', '{value}')})",
            "With at least one of these participants.",
        ),
        _actors(
            "allParticipants",
            "cardinality({value}) > 0 "
            "and (select count(distinct f.actor_id) from participants f where f.event_id = {child}.id "
            f"and f.actor_id = any({_ALL_BECAME})) = (select count(distinct f) from unnest({_ALL_BECAME}) f)",
            "With every one of these participants.",
        ),
        _actors("locations", is_any("{child}.location_id", "{value}"), "At one of these places."),
        _within(
            "date", "DateRange", "{child}.start_at", "That began in this stretch of days; what has no date never did."
        ),
        FilterField(
            "minSources",
            "Int",
            "Told by at least so many known outlets.",
            (Condition("{child}.source_count >= {value}", "same", "int"),),
        ),
        _search("Whose name matches."),
    ),
)

FILTERS = (DATE_TIME_RANGE, DATE_RANGE, ARTICLES, ACTORS, QUOTES, EVENTS)
