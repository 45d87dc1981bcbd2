// Writes documents.ts: a typed document for every operation in ../documents, as graphql-codegen makes them.
//     node generate.js SCHEMA
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { codegen } from "@graphql-codegen/core";
import * as typedDocumentNode from "@graphql-codegen/typed-document-node";
import * as typescript from "@graphql-codegen/typescript";
import * as operations from "@graphql-codegen/typescript-operations";
import { parse } from "graphql";

const folder = new URL("../documents/", import.meta.url);
const plugins = { typescript, operations, typedDocumentNode };

const written = await codegen({
  filename: "documents.ts",
  schema: parse(readFileSync(process.argv[2], "utf8")),
  documents: readdirSync(folder).map((name) => ({
    location: name,
    document: parse(readFileSync(new URL(name, folder), "utf8")),
  })),
  plugins: Object.keys(plugins).map((name) => ({ [name]: {} })),
  pluginMap: plugins,
  config: {
    strictScalars: true,
    scalars: { Date: "string", DateTime: "string", PartialDate: "string", URL: "string" },
    useTypeImports: true,
    enumsAsTypes: true,
    skipTypename: true,
  },
});
writeFileSync(new URL("documents.ts", import.meta.url), written);
