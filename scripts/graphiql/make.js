// Makes service/graphql/assets/graphiql.{js,css} and LICENSES.txt of the packages named in package.json.
//     npm install --no-package-lock && npm run make
// Fonts are left out: the system's are used, and the page is a third as large.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "..", "..", "service", "graphql", "assets");

const withoutFonts = {
  name: "without-fonts",
  setup: (building) =>
    building.onLoad({ filter: /\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/@font-face\s*\{[^}]*\}/g, ""),
      loader: "css",
    })),
};

const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: { graphiql: "page.js" },
  outdir: target,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "none",
  plugins: [withoutFonts],
  metafile: true,
});

/** The folders of the packages that ended up in the page. */
const bundled = new Set();
for (const output of Object.values(metafile.outputs)) {
  for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
    const folder = path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/);
    if (folder && bytesInOutput) bundled.add(folder[0]);
  }
}

/** Licence text -> the packages under it. */
const licences = new Map();
for (const folder of [...bundled].sort()) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(here, folder, "package.json"), "utf8"));
  const file = readdirSync(join(here, folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const maker = author?.name ?? author ?? "its authors";
  const text = file ? readFileSync(join(here, folder, file), "utf8").trim() : `${license}, by ${maker}`;
  licences.set(text, [...(licences.get(text) ?? []), `${name} ${version} (${license})`]);
}
const parts = [...licences].map(([text, packages]) => `${packages.join("\n")}\n\n${text}\n`);
const rule = `\n${"-".repeat(80)}\n\n`;
writeFileSync(
  join(target, "LICENSES.txt"),
  ["graphiql.js and graphiql.css are made by scripts/graphiql of these packages.\n", ...parts].join(rule),
);
