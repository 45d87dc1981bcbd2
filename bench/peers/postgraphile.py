"""PostGraphile's own documents for the operations, and its answers in our shape, for comparison."""

from typing import Any

DOCUMENTS = {
    "article": """query Article($id: UUID!) {
  article: articleByRowId(rowId: $id) {
    rowId headline published
    articleActorsByArticleId(first: 20, orderBy: [MENTION_COUNT_DESC, ACTOR_ID_DESC]) {
      nodes { actorByActorId { rowId name kind } }
    }
    quotes(first: 20, orderBy: [SPAN_START_ASC, SPAN_END_ASC, KIND_ASC]) {
      nodes { rowId exact actorBySpeakerId { rowId name } }
    }
  }
}""",
    "newest": """query Newest {
  articles: allArticles(first: 20, orderBy: [PUBLISHED_START_DESC, ROW_ID_DESC]) {
    nodes {
      rowId headline published
      sourceBySourceId { name }
      quotes(first: 5, orderBy: [SPAN_START_ASC, SPAN_END_ASC, KIND_ASC]) {
        nodes { exact actorBySpeakerId { rowId name } }
      }
    }
  }
}""",
    "actor": """query Actor($id: UUID!) {
  actor: actorByRowId(rowId: $id) {
    rowId name kind quoteCount
    quotesBySpeakerId(first: 20, orderBy: [PUBLISHED_START_DESC, ROW_ID_DESC]) {
      nodes { rowId exact article { rowId headline published } }
    }
    eventActorsByActorId(first: 10, orderBy: [START_AT_DESC, EVENT_ID_DESC]) {
      nodes { eventByEventId { rowId name startDate } }
    }
  }
}""",
    "event": """query Event($id: UUID!) {
  event: eventByRowId(rowId: $id) {
    rowId name type startDate
    participantsByEventId(orderBy: [ROLE_ASC, ARTICLE_COUNT_DESC, ACTOR_ID_ASC]) {
      nodes { role actorByActorId { rowId name } }
    }
    reports(first: 20, orderBy: [PUBLISHED_START_ASC, ARTICLE_ID_ASC, SPAN_START_ASC, SPAN_END_ASC]) {
      nodes { article { rowId headline published sourceBySourceId { name } } }
    }
    eventQuotesByEventId(first: 20, orderBy: [PUBLISHED_START_ASC, QUOTE_ID_ASC]) {
      nodes { quoteByQuoteId { rowId exact actorBySpeakerId { rowId name } } }
    }
  }
}""",
    "deep": """query Deep {
  articles: allArticles(first: 10, orderBy: [PUBLISHED_START_DESC, ROW_ID_DESC]) {
    nodes {
      rowId headline
      quotes(first: 5, orderBy: [SPAN_START_ASC, SPAN_END_ASC, KIND_ASC]) {
        nodes {
          exact
          actorBySpeakerId {
            rowId name
            quotesBySpeakerId(first: 3, orderBy: [PUBLISHED_START_DESC, ROW_ID_DESC]) {
              nodes { exact article { rowId headline } }
            }
          }
        }
      }
    }
  }
}""",
}

INDEXES = (
    "articles (published_start, id)",
    "quotes (speaker_id, published_start, id)",
    "event_actors (actor_id, start_at, event_id)",
    "event_quotes (event_id, published_start, quote_id)",
    "reports (event_id, published_start, article_id, span_start, span_end)",
)
"""It sorts by columns, ours are indexed by expressions of them: indexes that its orders can be read from."""

_NAMES: dict[str, str] = {
    "exact": "text", "published": "datePublished", "actorBySpeakerId": "speaker", "actorByActorId": "actor",
    "sourceBySourceId": "source", "quotesBySpeakerId": "quotes", "articleActorsByArticleId": "actors",
    "eventActorsByActorId": "events", "eventQuotesByEventId": "quotes", "participantsByEventId": "participants",
}  # fmt: skip
_NODES = {
    "article": "article", "articles": "article", "actor": "actor", "actors": "actor", "speaker": "actor",
    "quotes": "quote", "event": "event", "events": "event",
}  # fmt: skip
_LINKS = {"actors": "actorByActorId", "events": "eventByEventId", "quotes": "quoteByQuoteId"}


def our_shape(data: Any, field: str = "") -> Any:
    """An answer of PostGraphile as our schema words it; `field`: the one of ours that holds it."""
    if isinstance(data, list):
        link = _LINKS.get(field, "")
        return [our_shape(node.get(link, node), field) for node in data]
    if not isinstance(data, dict):
        return data
    if field == "participants":
        return our_shape(data["nodes"], "participant")
    shaped: dict[str, Any] = {}
    for name, value in data.items():
        if name == "rowId":
            shaped["id"] = f"{_NODES[field]}_{value}"
        else:
            ours = str(_NAMES.get(name, name))
            shaped[ours] = our_shape(value, field if name == "nodes" else ours)
    return shaped
