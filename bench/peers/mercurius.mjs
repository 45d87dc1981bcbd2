// The peer on mercurius: fastify, loaders that batch, its JIT, pg. Arguments: port, database URL.
import Fastify from "fastify";
import mercurius from "mercurius";
import pg from "pg";

const [port, connectionString] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString, max: 10, options: "-c jit=off -c timezone=UTC" });

const schema = `
  type Query { article(id: ID!): Article actor(id: ID!): Actor event(id: ID!): Event articles(first: Int = 20): ArticleConnection! }
  type Source { name: String! }
  type Article { id: ID! headline: String datePublished: String source: Source actors(first: Int = 20): ActorConnection! quotes(first: Int = 20): QuoteConnection! }
  type Actor { id: ID! name: String! kind: String! quoteCount: Int! quotes(first: Int = 20): QuoteConnection! events(first: Int = 20): EventConnection! }
  type Quote { id: ID! text: String! speaker: Actor article: Article! }
  type Event { id: ID! name: String! type: String! startDate: String participants: [Participant!]! reports(first: Int = 20): ReportConnection! quotes(first: Int = 20): QuoteConnection! }
  type Participant { role: String! actor: Actor! }
  type Report { article: Article! }
  type ArticleConnection { nodes: [Article!]! }
  type ActorConnection { nodes: [Actor!]! }
  type QuoteConnection { nodes: [Quote!]! }
  type EventConnection { nodes: [Event!]! }
  type ReportConnection { nodes: [Report!]! }
`;

const QUOTE = "q.id, q.exact, q.speaker_id, q.article_id";
const article = (row) => row && { key: row.id, id: `article_${row.id}`, headline: row.headline, datePublished: row.published, sourceId: row.source_id };
const actor = (row) => row && { key: row.id, id: `actor_${row.id}`, name: row.name, kind: row.kind, quoteCount: row.quote_count };
const quote = (row) => ({ id: `quote_${row.id}`, text: row.exact, speakerId: row.speaker_id, articleId: row.article_id });
const event = (row) => row && { key: row.id, id: `event_${row.id}`, name: row.name, type: row.type, startDate: row.start_date };

// A named statement is prepared once on each connection.
const run = async (name, text, values) => (await pool.query({ name, text, values })).rows;

const byId = (name, select, make, keyOf) => async (queries) => {
  const keys = queries.map(({ obj }) => keyOf(obj));
  const rows = await run(name, `${select} where id = any($1::uuid[])`, [[...new Set(keys.filter(Boolean))]]);
  const found = new Map(rows.map((row) => [row.id, make(row)]));
  return keys.map((key) => found.get(key) ?? null);
};

const listed = (name, select, make, wrap = (nodes) => ({ nodes })) => {
  const text = `select k.n as n_, r.* from unnest($1::uuid[], $2::int[]) with ordinality k (id, size, n)
    cross join lateral (${select} limit k.size) r`;
  return async (queries) => {
    const rows = await run(name, text, [queries.map(({ obj }) => obj.key), queries.map(({ params }) => params.first ?? 1000)]);
    const lists = queries.map(() => []);
    for (const row of rows) lists[row.n_ - 1].push(make(row));
    return lists.map(wrap);
  };
};

const ARTICLES = "select id, headline, published, source_id from articles";
const ACTORS = "select id, name, kind, quote_count from actors";
const one = (name, select, make) => async (_, { id }) => {
  const [row] = await run(name, `${select} where id = $1`, [id.slice(id.indexOf("_") + 1)]);
  return row ? make(row) : null;
};

const resolvers = {
  Query: {
    article: one("article", ARTICLES, article),
    actor: one("actor", ACTORS, actor),
    event: one("event", "select id, name, type, start_date from events", event),
    articles: async (_, { first }) => ({
      nodes: (await run("newest", `${ARTICLES} order by coalesce(published_start, '-infinity') desc, id desc limit $1`, [first])).map(article),
    }),
  },
};

const loaders = {
  Article: {
    source: byId("sources", "select id, name from sources", (row) => ({ name: row.name }), (obj) => obj.sourceId),
    actors: listed("article_actors", `select a.id, a.name, a.kind, a.quote_count from article_actors l join actors a on a.id = l.actor_id
      where l.article_id = k.id order by l.mention_count desc, l.actor_id desc`, actor),
    quotes: listed("article_quotes", `select ${QUOTE} from quotes q where q.article_id = k.id order by q.span_start, q.span_end, q.kind`, quote),
  },
  Actor: {
    quotes: listed("actor_quotes", `select ${QUOTE} from quotes q where q.speaker_id = k.id
      order by coalesce(q.published_start, '-infinity') desc, q.id desc`, quote),
    events: listed("actor_events", `select e.id, e.name, e.type, e.start_date from event_actors l join events e on e.id = l.event_id
      where l.actor_id = k.id order by coalesce(l.start_at, '-infinity') desc, l.event_id desc`, event),
  },
  Quote: {
    speaker: byId("speakers", ACTORS, actor, (obj) => obj.speakerId),
    article: byId("articles", ARTICLES, article, (obj) => obj.articleId),
  },
  Event: {
    participants: listed("participants", `select p.role, p.actor_id from participants p where p.event_id = k.id
      order by p.role, p.article_count desc, p.actor_id`, (row) => ({ role: row.role, actorId: row.actor_id }), (nodes) => nodes),
    reports: listed("reports", `select r.article_id from reports r where r.event_id = k.id
      order by coalesce(r.published_start, 'infinity'), r.article_id, r.span_start, r.span_end`, (row) => ({ articleId: row.article_id })),
    quotes: listed("event_quotes", `select ${QUOTE} from event_quotes l join quotes q on q.id = l.quote_id
      where l.event_id = k.id order by coalesce(l.published_start, 'infinity'), l.quote_id`, quote),
  },
  Participant: { actor: byId("participating", ACTORS, actor, (obj) => obj.actorId) },
  Report: { article: byId("reporting", ARTICLES, article, (obj) => obj.articleId) },
};

const app = Fastify();
// cache: false, since loaders would else keep rows of one request for the next ones and grow.
for (const fields of Object.values(loaders))
  for (const [name, loader] of Object.entries(fields)) fields[name] = { loader, opts: { cache: false } };
app.register(mercurius, { schema, resolvers, loaders, jit: 1, graphiql: false });
await app.listen({ port: Number(port), host: "127.0.0.1" });
