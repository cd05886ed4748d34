/** `node scripts/run.js scripts/services.ts`: writes `services/catalogue.ts` from the files of `data/services`, if nothing is wrong with them. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { serviceProblems } from "../packages/nivose/src/services/schema.ts";

const root = path.dirname(import.meta.dirname);
const names = readdirSync(path.join(root, "data/services"))
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -".json".length))
  .toSorted();
const problems = names.flatMap((name) => {
  const entry: unknown = JSON.parse(readFileSync(path.join(root, "data/services", `${name}.json`), "utf8"));
  return serviceProblems(entry).map((problem) => `data/services/${name}.json: ${problem}`);
});
if (problems.length > 0) throw new Error(problems.join("\n"));

const variable = (name: string): string => name.replaceAll(/-(.)/gu, (_whole, letter: string) => letter.toUpperCase());
const imports = names.map(
  (name) => `import ${variable(name)} from "../../../../data/services/${name}.json" with { type: "json" };\n`,
);
const list = names.map((name) => `  ${name === variable(name) ? name : `"${name}": ${variable(name)}`},\n`);

writeFileSync(
  path.join(root, "packages/nivose/src/services/catalogue.ts"),
  `/** All services, by their names. Written by \`node scripts/run.js scripts/services.ts\` from \`data/services\`. */

${imports.join("")}import type { Service } from "./service.ts";

/** Nothing is in it but services: whoever asks for a "constructor" gets none. */
// oxfmt-ignore
export const catalogue: Readonly<Record<string, Service>> = Object.assign(Object.create(null), {
${list.join("")}}) as Readonly<Record<string, Service>>;
`,
);
