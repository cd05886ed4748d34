/**
 * Lists tell the options of a submodule below the option that has it: `sites.<name>.root` lies in what an attribute set
 * holds, `mirrors.*.url` in what a list holds. Here they go into the type itself.
 */

import type { OptionSet, TypeTerm } from "./option-set.ts";

export interface Placed {
  readonly type: TypeTerm;
  /** The names of options that the type has no place for. */
  readonly misplaced: readonly string[];
}

export function placeOptions(type: TypeTerm, options: OptionSet): Placed {
  if (Object.keys(options).length === 0) return { type, misplaced: [] };
  const { "<name>": named, "*": listed, "<function body>": returned, ...own } = options;
  let placed: TypeTerm = type;
  const misplaced: string[] = [];
  for (const [member, step] of [
    [named, "<name>"],
    [listed, "*"],
    [returned, "<function body>"],
  ] as const) {
    if (member === undefined) continue;
    const inner = descend(placed, step, member as OptionSet);
    if (inner === undefined) misplaced.push(step);
    else placed = inner;
  }
  if (Object.keys(own).length > 0) placed = asSubmodule(placed, own) ?? ["unknown", nameOf(placed)];
  return { type: placed, misplaced };
}

const holders: Readonly<Record<string, string>> = {
  attrsOf: "<name>",
  lazyAttrsOf: "<name>",
  listOf: "*",
  nonEmptyListOf: "*",
  functionTo: "<function body>",
};

/** The type with these options in what it holds. */
function descend(type: TypeTerm, step: string, options: OptionSet): TypeTerm | undefined {
  if (typeof type === "string") return undefined;
  const [kind, first, second] = type as readonly [string, TypeTerm, TypeTerm];
  if (holders[kind] === step) {
    const placed = placeOptions(first, options);
    return placed.misplaced.length === 0 ? ([kind, placed.type] as unknown as TypeTerm) : undefined;
  }
  return through(kind, first, second, (part) => descend(part, step, options));
}

/** The type with these options of its own: what was a type of any values becomes that of the further ones. */
function asSubmodule(type: TypeTerm, options: OptionSet): TypeTerm | undefined {
  if (type === "submodule") return ["submodule", options];
  if (typeof type !== "string") {
    const [kind, first, second] = type as readonly [string, TypeTerm, TypeTerm];
    if (kind === "unknown" && first === ("attribute-tagged union" as TypeTerm)) return ["attrTag", options];
    if (kind === "submodule")
      return [
        "submodule",
        { ...(first as unknown as OptionSet), ...options },
        ...(second === undefined ? [] : [second]),
      ] as unknown as TypeTerm;
    const inner = through(kind, first, second, (part) => (hasSubmodule(part) ? asSubmodule(part, options) : undefined));
    if (inner !== undefined) return inner;
    if (kind === "nullOr") {
      const of = asSubmodule(first, options);
      return of && ["nullOr", of];
    }
  }
  return acceptsAttrs(type) ? ["submodule", options, type] : undefined;
}

function through(
  kind: string,
  first: TypeTerm,
  second: TypeTerm,
  change: (part: TypeTerm) => TypeTerm | undefined,
): TypeTerm | undefined {
  switch (kind) {
    case "nullOr": {
      const of = change(first);
      return of && ["nullOr", of];
    }
    case "either": {
      const left = change(first);
      if (left !== undefined) return ["either", left, second];
      const right = change(second);
      return right && ["either", first, right];
    }
    case "coercedTo": {
      const final = change(second);
      return final && ["coercedTo", first, final];
    }
    case "checked":
    case "described": {
      const of = change(first);
      return of && ([kind, of, second] as unknown as TypeTerm);
    }
    default:
      return undefined;
  }
}

function hasSubmodule(type: TypeTerm): boolean {
  if (type === "submodule") return true;
  if (typeof type === "string") return false;
  const [kind, first, second] = type as readonly [string, TypeTerm, TypeTerm];
  if (kind === "submodule") return true;
  return through(kind, first, second, (part) => (hasSubmodule(part) ? part : undefined)) !== undefined;
}

const words: ReadonlySet<TypeTerm> = new Set([
  "attrs",
  "anything",
  "json",
  "yaml",
  "toml",
  "raw",
  "unspecified",
  "systemdOption",
] as const);
const kinds: ReadonlySet<string> = new Set([
  "attrsOf",
  "lazyAttrsOf",
  "either",
  "nullOr",
  "unknown",
  "described",
  "checked",
]);

function acceptsAttrs(type: TypeTerm): boolean {
  return typeof type === "string" ? words.has(type) : kinds.has(type[0]);
}

function nameOf(type: TypeTerm): string {
  return typeof type === "string" ? type : "unspecified value";
}
