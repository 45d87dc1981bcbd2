// What a Relay component asks for; relay-compiler makes __generated__ of it.
import { graphql } from "relay-runtime";

export const search = graphql`
  query ActorQuotesSearchQuery($name: String!) {
    actors(filter: { name: $name }, first: 1) {
      nodes {
        id
      }
    }
  }
`;

export const query = graphql`
  query ActorQuotesQuery($id: ID!, $count: Int!) {
    node(id: $id) {
      __typename
      ...ActorQuotes_actor @arguments(count: $count)
    }
  }
`;

export const fragment = graphql`
  fragment ActorQuotes_actor on Actor
  @refetchable(queryName: "ActorQuotesPaginationQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 5 }, cursor: { type: "String" }) {
    name
    quotes(first: $count, after: $cursor, orderBy: POSITION) @connection(key: "ActorQuotes_quotes") {
      edges {
        node {
          id
          text
          article {
            datePublished
          }
        }
      }
    }
  }
`;
