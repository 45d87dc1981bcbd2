// Audits a server against GraphQL over HTTP: node audit.mjs URL. Prints every failure; exit code 1 where there is one.
import { serverAudits } from "graphql-http";

const [url] = process.argv.slice(2);
if (!url) {
  console.error("usage: node audit.mjs URL");
  process.exit(2);
}

let failures = 0;
const audits = serverAudits({ url });
for (const audit of audits) {
  const result = await audit.fn();
  if (result.status !== "ok") {
    failures += 1;
    console.log(`${result.status} ${result.id} ${result.name}: ${result.reason}`);
  }
}
console.log(`${audits.length - failures} of ${audits.length} passed`);
process.exit(failures ? 1 : 0);
