// Asks the service by openapi-fetch with the types that openapi-typescript makes of the OpenAPI document; prints what
// a test compares, in JSON.
//     node program.js URL read|find|write [KEY]
import createClient from "openapi-fetch";
import type { components, paths } from "./service.js";

type Schemas = components["schemas"];
type Problem = Schemas["Problem"];

const [url = "", task = "", key] = process.argv.slice(2);
const client = createClient<paths, "application/json" | "application/problem+json">({
  baseUrl: url,
  headers: key === undefined ? {} : { Authorization: `Bearer ${key}` },
});

/** What was asked for; a problem is thrown. */
function expected<Data>(answer: { data?: Data; error?: Problem | undefined }): Data {
  if (answer.data === undefined) throw new Error(`${answer.error?.code}: ${answer.error?.detail}`);
  return answer.data;
}

/** What went wrong, for programs. */
function told({ error, response }: { error?: Problem | undefined; response: Response }): object {
  if (!error) throw new Error(`there is no problem, but ${response.status}`);
  const { status, type, errors = [] } = error;
  return { status, type, at: errors.map(({ pointer, parameter }) => pointer ?? parameter ?? null) };
}

/** Articles page by page, and the newest one with its quotes. */
async function read(): Promise<object> {
  const articles: Schemas["ArticleSummary"][] = [];
  let pages = 0;
  let linked = 0;
  let total: number | undefined;
  for (let after: string | null = null; ; ) {
    const answer: Awaited<ReturnType<typeof page>> = await page(after);
    const { nodes, pageInfo, totalCount } = expected(answer);
    articles.push(...nodes);
    total = totalCount;
    pages += 1;
    linked += Number(answer.response.headers.get("Link")?.includes('rel="next"') ?? false);
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  const id = articles[0]?.id ?? "";
  const article = expected(await client.GET("/v1/articles/{id}", { params: { path: { id } } }));
  const quotes = expected(
    await client.GET("/v1/articles/{id}/quotes", {
      params: { path: { id }, query: { quoteKinds: ["DIRECT", "MIXED"], orderBy: "POSITION" } },
    }),
  );
  const dates: (string | null)[] = articles.map(({ datePublished }) => datePublished);
  const methods: (Schemas["AttributionMethod"] | null)[] = quotes.nodes.map((quote) => quote.attribution?.method ?? null);
  return {
    dates,
    pages,
    linked,
    total,
    words: quotes.nodes.map(({ text, span }) => [text, [...article.body].slice(span.start, span.end).join("")]),
    speakers: quotes.nodes.map(({ speaker }) => speaker?.name ?? null),
    methods: [...new Set(methods)].sort(),
  };
}

function page(after: string | null) {
  const query = {
    publishedSince: "2019-02-01T00:00:00Z",
    statuses: ["CURRENT" as const],
    orderBy: "PUBLISHED_DESC" as const,
    totalCount: true,
    first: 1,
    ...(after === null ? {} : { after }),
  };
  return client.GET("/v1/articles", { params: { query } });
}

/** What search finds, told apart by type; an article as linked data; the lines of an export. */
async function find(): Promise<object> {
  const { edges } = expected(await client.GET("/v1/search", { params: { query: { query: "democracy" } } }));
  const { nodes } = expected(await client.GET("/v1/articles", { params: { query: { search: "democracy" } } }));
  const linked = createClient<paths, "application/ld+json">({ baseUrl: url, headers: { Accept: "application/ld+json" } });
  const { data } = await linked.GET("/v1/articles/{id}", { params: { path: { id: nodes[0]?.id ?? "" } } });
  const lines = createClient<paths, "application/x-ndjson">({ baseUrl: url });
  const exported = await lines.GET("/v1/export/quotes", { parseAs: "text" });
  return {
    found: edges.map(({ node }) => [node.typeName, node.typeName === "Quote" ? node.text : node.id.split("_")[0]]),
    quotations: data?.hasPart?.map((part) => [part["@type"], part.text, part.spokenByCharacter?.name ?? null]),
    exported: exported.data?.trimEnd().split("\n").length,
  };
}

/** An article from its first record to its end, with what is refused on the way. */
async function write(): Promise<object> {
  const body: Schemas["RawArticle"] = { externalId: "openapi-fetch", body: "“I will stay,” Maria Perez said in Lima." };
  const created = await client.POST("/v1/articles", { body });
  const again = await client.POST("/v1/articles", { body });
  const { id } = expected(created);
  const path = { id };
  const other = { ...body, headline: "Perez leaves", body: "“I will go,” Maria Perez said in Lima." };
  const conflict = await client.POST("/v1/articles", { body: other });
  const stale = await client.PUT("/v1/articles/{id}", {
    params: { path, header: { "If-Match": '"nothing"' } },
    body: other,
  });
  const { storedId = "", storedDigest } = conflict.error ?? {};
  const replaced = await client.PUT("/v1/articles/{id}", {
    params: { path: { id: storedId }, header: { "If-Match": `"${storedDigest}"` } },
    body: other,
  });
  const etag = replaced.response.headers.get("ETag") ?? "";
  const unchanged = await client.PUT("/v1/articles/{id}", { params: { path, header: { "If-Match": etag } }, body: other });
  const processed = await client.POST("/v1/process", { body });
  const wrong = await client.POST("/v1/articles", { body: { body: "", source: { name: "Example", domain: "no domain" } } });
  const gone = await client.DELETE("/v1/articles/{id}", { params: { path } });
  const missing = await client.GET("/v1/articles/{id}", { params: { path } });
  const unknown = await client.GET("/v1/articles", { params: { query: { first: 1000 } } });
  const help = await fetch(new URL(missing.error?.type ?? "", url));
  return {
    statuses: [created, again, replaced, unchanged, gone].map(({ response }) => response.status),
    location: created.response.headers.get("Location") === `/v1/articles/${id}`,
    revisions: [created, again, replaced, unchanged].map((answer) => expected(answer).revision),
    quotes: [expected(again), expected(replaced)].map(({ quotes }) => quotes.nodes.map(({ text }) => text)),
    processed: expected(processed).quotes?.map(({ text, speaker }) => [text, speaker ?? null]),
    refused: [conflict, stale, wrong, missing, unknown].map(told),
    help: [help.status, help.headers.get("Content-Type")?.split(";")[0]],
  };
}

/** What the types refuse; never called, only compiled. */
export async function refused(): Promise<void> {
  // @ts-expect-error  an order that there is not
  await client.GET("/v1/articles", { params: { query: { orderBy: "NEWEST" } } });
  // @ts-expect-error  replacing without saying what
  await client.PUT("/v1/articles/{id}", { params: { path: { id: "article_1" } }, body: { body: "Ana spoke." } });
  // @ts-expect-error  an article without a text
  await client.POST("/v1/articles", { body: { headline: "No text" } });
  // @ts-expect-error  a path that there is not
  await client.GET("/v1/nothing");
  const article = expected(await client.GET("/v1/articles/{id}", { params: { path: { id: "article_1" } } }));
  // @ts-expect-error  a headline may be null
  article.headline.length;
  // @ts-expect-error  a speaker may be null
  article.quotes.nodes.map(({ speaker }) => speaker.name);
}

const tasks: Record<string, () => Promise<object>> = { read, find, write };
console.log(JSON.stringify(await tasks[task]?.()));
