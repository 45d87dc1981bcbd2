// The peer on PostGraphile 5, its Amber preset over the same tables. Arguments: port, database URL.
import { createServer } from "node:http";
import { makePgService } from "postgraphile/adaptors/pg";
import { postgraphile } from "postgraphile";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { jsonPgSmartTags } from "postgraphile/utils";

const [port, connectionString] = process.argv.slice(2);

// The tables refer to articles by id, revision and length, for the checks; relations by id alone are what a reader wants.
const relation = (column, table, one, many) => `(${column}) references ${table} (id)|@fieldName ${one}|@foreignFieldName ${many}`;
const relations = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      "public.changes": { tags: { behavior: "-*" } },
      "public.quotes": { tags: { foreignKey: [relation("article_id", "articles", "article", "quotes")] } },
      "public.reports": {
        tags: { foreignKey: [relation("article_id", "articles", "article", "reports"), relation("event_id", "events", "event", "reports")] },
      },
    },
  },
});

const preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [relations],
  // Orders by every column, also by those whose indexes are on expressions; tables alone, and reads alone.
  disablePlugins: ["PgIndexBehaviorsPlugin", "PgProceduresPlugin", "PgMutationCreatePlugin", "PgMutationUpdateDeletePlugin"],
  pgServices: [
    makePgService({ connectionString, schemas: ["public"], poolConfig: { max: 10, options: "-c jit=off -c timezone=UTC" } }),
  ],
  grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false },
  grafast: { explain: false },
};

const server = createServer();
server.on("error", (error) => {
  throw error;
});
await postgraphile(preset).createServ(grafserv).addTo(server);
server.listen(Number(port), "127.0.0.1");
