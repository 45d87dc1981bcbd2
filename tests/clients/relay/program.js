// Reads an actor's quotes page by page as a Relay component does; prints what is in Relay's store in the end.
//     node program.js URL NAME
const { Environment, Network, RecordSource, Store, fetchQuery, getSingularSelector } = require("relay-runtime");
const fragment = require("./__generated__/ActorQuotes_actor.graphql");
const next = require("./__generated__/ActorQuotesPaginationQuery.graphql");
const query = require("./__generated__/ActorQuotesQuery.graphql");
const search = require("./__generated__/ActorQuotesSearchQuery.graphql");

const [url, actor] = process.argv.slice(2);
const count = 4;

const environment = new Environment({
  network: Network.create(async ({ text, name }, variables) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json" },
      body: JSON.stringify({ query: text, operationName: name, variables }),
    });
    return response.json();
  }),
  store: new Store(new RecordSource()),
});

async function readAll() {
  const { actors } = await fetchQuery(environment, search, { name: actor }).toPromise();
  const { id } = actors.nodes[0];
  const { node } = await fetchQuery(environment, query, { id, count }).toPromise();
  const shown = () => environment.lookup(getSingularSelector(fragment, node)).data;
  let pages = 1;
  for (; shown().quotes.pageInfo.hasNextPage; pages += 1) {
    await fetchQuery(environment, next, { id, count, cursor: shown().quotes.pageInfo.endCursor }).toPromise();
  }
  const { name, quotes } = shown();
  console.log(JSON.stringify({ name, pages, texts: quotes.edges.map((edge) => edge.node.text) }));
}

readAll();
