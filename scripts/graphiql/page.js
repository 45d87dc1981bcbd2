// What runs in the page: GraphiQL on the endpoint that served it, subscriptions over its WebSocket.
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { setNonce } from "get-nonce";
import { GraphiQL } from "graphiql";
import "graphiql/style.css";
import { getOperationAST, parse } from "graphql";
import { createClient } from "graphql-ws";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import "./page.css";

setNonce(document.currentScript.nonce);
const endpoint = new URL(location.pathname, location.origin);
let headers = {};
const send = createGraphiQLFetcher({
  url: endpoint.href,
  // browsers send no headers of a page's over WebSocket: the service takes a key from here as well
  wsClient: createClient({ url: endpoint.href.replace(/^http/, "ws"), lazy: true, connectionParams: () => headers }),
});

/** GraphiQL reads a document a while after it changed: it is read here, so that a subscription is sent as one. */
function fetcher(parameters, options) {
  headers = options?.headers ?? {};
  let document;
  try {
    document = parse(parameters.query);
  } catch {
    // the service tells what is wrong with it
    return send(parameters, options);
  }
  const operationName = getOperationAST(document, parameters.operationName)?.name?.value;
  return send({ ...parameters, operationName }, { ...options, documentAST: document });
}

const asked = new URLSearchParams(location.search);

createRoot(document.getElementById("graphiql")).render(
  createElement(GraphiQL, {
    fetcher,
    defaultQuery: document.getElementById("example").content.textContent,
    // a link to a GET request shows what it asks for
    query: asked.get("query") ?? undefined,
    variables: asked.get("variables") ?? undefined,
    shouldPersistHeaders: false,
  }),
);
