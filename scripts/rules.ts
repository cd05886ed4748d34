/**
 * `node scripts/run.js scripts/rules.ts`: writes `check/rules/index.ts` from the files of that folder. With a code as an argument
 * (`npm run new:rule -- unused-thing`) a rule of that code is begun first: its file, and its fleet in `fixtures/broken`.
 */

import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.dirname(import.meta.dirname);
const folder = path.join(root, "packages/nivose/src/check/rules");
const [code] = process.argv.slice(2);
if (code !== undefined) begin(code);
writeFileSync(path.join(folder, "index.ts"), index());

function begin(name: string): void {
  if (!/^[a-z]+(?:-[a-z]+)*$/u.test(name))
    throw new Error(`'${name}' is no code: small letters and hyphens, as in unused-let`);
  const file = path.join(folder, `${name}.ts`);
  if (existsSync(file)) throw new Error(`there is a rule '${name}' already`);
  writeFileSync(file, template(name));
  const fleet = path.join(root, "fixtures/broken", name, "fleet");
  mkdirSync(fleet, { recursive: true });
  writeFileSync(path.join(fleet, "machine.nix"), "{\n}\n");
  process.stdout.write(`${path.relative(root, file)}\n${path.relative(root, fleet)}\n`);
}

function index(): string {
  const codes = readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && name !== "index.ts")
    .map((name) => name.slice(0, -".ts".length))
    .toSorted();
  const variable = (each: string): string =>
    each.replaceAll(/-(.)/gu, (_whole, letter: string) => letter.toUpperCase());
  const list = codes.map((each) => `  ${variable(each)},\n`).join("");
  return `/** All rules. Written by \`node scripts/run.js scripts/rules.ts\` from the files of this folder. */

import type { Rule } from "../rule.ts";
${codes.map((each) => `import { rule as ${variable(each)} } from "./${each}.ts";\n`).join("")}
// oxfmt-ignore
export const rules: readonly Rule[] = [
${list}];
`;
}

function template(name: string): string {
  return `/** What this rule is for, in a sentence. */

import type { FileRule } from "../rule.ts";

export const rule: FileRule = {
  code: "${name}",
  family: "modules",
  level: "warning",
  class: "certain",
  reads: "file",
  title: "What is wrong, as a heading",
  explain: "What it means, why it matters, what to do, and what the rule leaves alone.",
  example: {
    bad: "{\\n}\\n",
    good: "{\\n}\\n",
  },
  *check(_file) {},
};
`;
}
