// Asks the service by urql with typed documents; prints what a test compares, one JSON value a line.
//     node program.js URL read|page
//     node program.js URL follow ws|sse [CURSOR]
import { Client, fetchExchange, subscriptionExchange, type AnyVariables, type TypedDocumentNode } from "@urql/core";
import { createClient as createEventsClient } from "graphql-sse";
import { createClient as createSocketClient } from "graphql-ws";
import WebSocket from "ws";
import {
  ActorByNameDocument,
  ChangesSinceDocument,
  FollowArticlesDocument,
  NewestArticlesDocument,
  QuotesBySpeakerDocument,
  QuotesPageBeforeDocument,
  QuotesPageDocument,
  SearchDocument,
  type QuotesPageBeforeQuery,
  type QuotesPageQuery,
} from "./documents.js";

const [url = "", task = "", transport = "ws", cursor] = process.argv.slice(2);
const subscriptions =
  transport === "sse"
    ? createEventsClient({ url })
    : createSocketClient({ url: url.replace(/^http/, "ws"), webSocketImpl: WebSocket });
const client = new Client({
  url,
  exchanges: [
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: ({ query, variables }) => ({
        subscribe: (sink) => ({
          unsubscribe: subscriptions.subscribe(
            { query: query ?? "", variables: variables as Record<string, unknown> },
            sink,
          ),
        }),
      }),
    }),
  ],
});

function print(value: unknown): void {
  console.log(JSON.stringify(value));
}

async function ask<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const { data, error } = await client.query(document, variables);
  if (!data) throw new Error(error?.message ?? "neither data nor an error");
  return data;
}

/** What a front page shows, each by a document of its own. */
async function read(): Promise<void> {
  const { articles } = await ask(NewestArticlesDocument, { first: 3, published: { since: "2019-02-01T00:00:00Z" } });
  const dates: (string | null | undefined)[] = articles.nodes.map((article) => article.datePublished);
  const { actors } = await ask(ActorByNameDocument, { name: "francisco yanez" });
  const { search } = await ask(SearchDocument, { words: "democracy", types: ["QUOTE"] });
  const found = search.edges.map(({ node }) => (node.__typename === "Quote" ? node.text : node.__typename));
  const { quotes } = await ask(QuotesBySpeakerDocument, { interval: "YEAR" });
  const { changes } = await ask(ChangesSinceDocument, {});
  print({
    dates,
    quoted: articles.nodes.flatMap((article) => article.quotes.nodes.map((quote) => quote.speaker?.name ?? null)),
    actor: actors.nodes.map(({ name, quotes: said }) => [name, said.nodes.length]),
    found,
    years: quotes.facets.byDate,
    speakers: quotes.facets.bySpeaker.map(({ actor }) => actor.name),
    changed: [...new Set(changes.nodes.map((change) => change.typeName))].sort(),
  });
}

/** All quotes by cursor, forwards and backwards. */
async function page(): Promise<void> {
  const forwards: string[] = [];
  let total: number;
  for (let after: string | null = null; ; ) {
    const { quotes }: QuotesPageQuery = await ask(QuotesPageDocument, { first: 4, after });
    forwards.push(...quotes.nodes.map((quote) => quote.id));
    total = quotes.totalCount;
    if (!quotes.pageInfo.hasNextPage) break;
    after = quotes.pageInfo.endCursor ?? null;
  }
  const backwards: string[] = [];
  for (let before: string | null = null; ; ) {
    const { quotes }: QuotesPageBeforeQuery = await ask(QuotesPageBeforeDocument, { last: 4, before });
    backwards.unshift(...quotes.nodes.map((quote) => quote.id));
    if (!quotes.pageInfo.hasPreviousPage) break;
    before = quotes.pageInfo.startCursor ?? null;
  }
  print({ forwards, backwards, total });
}

/** The first article that is stored from now on, or after a cursor. */
async function follow(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const { unsubscribe } = client
      .subscription(FollowArticlesDocument, { after: cursor ?? null })
      .subscribe(({ data, error }) => {
        if (!data) {
          reject(new Error(error?.message ?? "neither data nor an error"));
        } else {
          print(data.articleStored);
          unsubscribe();
          resolve();
        }
      });
  });
}

const tasks: Record<string, () => Promise<void>> = { read, page, follow };
await tasks[task]?.();
await subscriptions.dispose();
