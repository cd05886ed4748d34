/**
 * Adds to the options of a release, which were written from a list, those of an older one that the list leaves out: internal
 * ones, old names, and what a manual does not show.
 *
 *     node scripts/run.js packages/nivose/conformance/paper-newer.ts FOLDER OLDER
 */

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse, view } from "@nivose/nix/syntax";
import type { DefaultExpression } from "../src/schema/data/listed-options.ts";
import { filesOfOptions } from "../src/schema/data/option-files.ts";
import type { OptionEntry, OptionSet, TypeTerm } from "../src/schema/data/option-set.ts";
import { isEntry } from "../src/schema/data/option-set.ts";
import { OptionData, type OptionFile } from "../src/schema/option-data.ts";

const [folder, older] = process.argv.slice(2);
if (folder === undefined || older === undefined) throw new Error("usage: paper-newer.ts FOLDER OLDER");

type Mutable = { [name: string]: OptionEntry | Mutable };

interface Release {
  readonly options: Mutable;
  readonly expressions: Map<string, DefaultExpression>;
}

function read(place: string, hasPlaces: boolean): Release {
  const options: Mutable = {};
  const expressions = new Map<string, DefaultExpression>();
  for (const file of new OptionData(place).files()) {
    let at = options;
    for (const name of file.path.slice(0, -1)) at = (at[name] ??= {}) as Mutable;
    at[file.path.at(-1)!] = declaredIn(file.options, hasPlaces ? file.declared : undefined) as Mutable;
    for (const [name, text] of expressionsOf(file))
      expressions.set([...file.path, ...(name === "" ? [] : [name])].join("."), { names: [], text });
  }
  return { options, expressions };
}

/** A file says once what most of its options say; a list may have no places at all. */
function declaredIn(part: unknown, declared: readonly string[] | undefined): unknown {
  if (Array.isArray(part)) {
    const isOption = typeof part[1] === "object" && part[1] !== null && !Array.isArray(part[1]);
    return part.map((each, index) => (isOption && index === 1 ? each : declaredIn(each, declared)));
  }
  if (typeof part !== "object" || part === null) return part;
  const placed = declared === undefined ? { declared } : {};
  return Object.fromEntries(
    Object.entries(part).map(([name, member]) => [
      name,
      Array.isArray(member)
        ? [declaredIn(member[0], declared), { declared, ...(member[1] as object | undefined), ...placed }]
        : declaredIn(member, declared),
    ]),
  );
}

function expressionsOf({ expressions }: OptionFile): [string, string][] {
  if (expressions === undefined) return [];
  const tree = parse(Buffer.from(expressions));
  const lambda = view(tree, tree.child(tree.root, 0));
  const body = lambda.kind === "lambda" ? view(tree, lambda.body) : lambda;
  if (body.kind !== "attr-set") throw new Error("these are no expressions");
  return body.bindings.map((each) => {
    const binding = view(tree, each);
    if (binding.kind !== "binding") throw new Error("this is no expression");
    const text = (bytes: string): string => Buffer.from(bytes, "latin1").toString();
    return [JSON.parse(text(tree.text(binding.attrPath))) as string, text(tree.text(binding.value))];
  });
}

const added: string[] = [];

function addOlder(to: Mutable, from: Mutable, at: readonly string[]): void {
  for (const [name, member] of Object.entries(from)) {
    const own = to[name];
    const inside = [...at, name];
    if (own === undefined) {
      to[name] = member;
      added.push(inside.join("."));
    } else if (isEntry(member) && "<name>" in own) {
      // an option that the list leaves out, while it has those within it
      to[name] = member;
      added.push(inside.join("."));
    } else if (!isEntry(own) && !isEntry(member)) addOlder(own as Mutable, member, inside);
    else if (isEntry(own) && isEntry(member)) addWithin(own[0], member[0], inside);
  }
}

/** Of types that have options in them in the same way. */
function addWithin(to: TypeTerm, from: TypeTerm, at: readonly string[]): void {
  if (typeof to === "string" || typeof from === "string" || to[0] !== from[0]) return;
  if (to[0] === "submodule") addOlder(to[1] as Mutable, from[1] as Mutable, at);
  else if (to[0] === "attrsOf" || to[0] === "listOf" || to[0] === "lazyAttrsOf")
    addWithin(to[1], from[1] as TypeTerm, [...at, to[0] === "listOf" ? "*" : "<name>"]);
  else if (to[0] === "nullOr") addWithin(to[1], from[1] as TypeTerm, at);
}

const hasPlaces = [...new OptionData(folder).files()].some(({ declared }) => declared.length > 0);
const newer = read(folder, hasPlaces);
const before = read(older, hasPlaces);
addOlder(newer.options, before.options, []);
for (const [name, expression] of before.expressions)
  if (added.some((each) => name === each || name.startsWith(`${each}.`))) newer.expressions.set(name, expression);

rmSync(folder, { recursive: true, force: true });
for (const [name, text] of filesOfOptions({ options: newer.options as OptionSet, expressions: newer.expressions })) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
process.stdout.write(`${added.length} added\n`);
