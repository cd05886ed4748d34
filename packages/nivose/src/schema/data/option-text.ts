/** The text of a file with options: one option a line, in the order of their names. */

import { isEntry, type OptionEntry, type OptionSet, type TypeTerm } from "./option-set.ts";

export function fileText(member: OptionEntry | OptionSet): string {
  const declared = mostlyDeclared(member);
  const text = memberText(member, JSON.stringify(declared));
  return `{\n"declared": ${JSON.stringify(declared)},\n"options": ${text}\n}\n`;
}

function memberText(member: OptionEntry | OptionSet, declared: string): string {
  if (!isEntry(member)) return setText(member, declared);
  const [type, facts] = member;
  const others =
    facts === undefined
      ? []
      : Object.entries(facts).filter(([name, value]) => name !== "declared" || JSON.stringify(value) !== declared);
  const term = termText(type, declared);
  return others.length === 0 ? `[${term}]` : `[${term}, ${JSON.stringify(Object.fromEntries(others))}]`;
}

function setText(options: OptionSet, declared: string): string {
  const lines = Object.entries(options).map(
    ([name, member]) => `${JSON.stringify(name)}: ${memberText(member, declared)}`,
  );
  return lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n}`;
}

function termText(term: TypeTerm, declared: string): string {
  if (typeof term === "string") return JSON.stringify(term);
  const [kind, ...parts] = term as readonly [string, ...unknown[]];
  const texts = parts.map((part, index) => {
    if ((kind === "submodule" || kind === "attrTag") && index === 0) return setText(part as OptionSet, declared);
    if (part === null || (kind === "submodule" && index === 2)) return JSON.stringify(part);
    return isTerm(kind, index) ? termText(part as TypeTerm, declared) : JSON.stringify(part);
  });
  return `[${[JSON.stringify(kind), ...texts].join(", ")}]`;
}

const withoutTerms: ReadonlySet<string> = new Set([
  "unknown",
  "unmerged",
  "enum",
  "between",
  "numberBetween",
  "separated",
  "matching",
  "again",
]);

function isTerm(kind: string, index: number): boolean {
  if (withoutTerms.has(kind)) return false;
  return index < (kind === "either" || kind === "coercedTo" || kind === "submodule" ? 2 : 1);
}

/** The declarations that most options of a file have are told once. */
function mostlyDeclared(member: OptionEntry | OptionSet): readonly string[] {
  const counts = new Map<string, number>();
  for (const declared of declarations(member)) {
    const text = JSON.stringify(declared);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  return most === undefined ? [] : (JSON.parse(most[0]) as string[]);
}

function* declarations(part: unknown): Generator<readonly string[]> {
  if (Array.isArray(part)) for (const inner of part) yield* declarations(inner);
  else if (typeof part === "object" && part !== null)
    for (const [name, value] of Object.entries(part))
      if (name === "declared" && Array.isArray(value) && typeof value[0] === "string" && isDeclared(value))
        yield value as string[];
      else if (name !== "default") yield* declarations(value);
}

function isDeclared(value: readonly unknown[]): boolean {
  return value.every((place) => typeof place === "string" && place.includes("/"));
}
