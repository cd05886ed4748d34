/** Whether something can be set at a path below options that are known as data, and whether it is of their types. What is not known fits. */

import { describe } from "./data/describe.ts";
import { isEntry, type Json, type OptionEntry, type OptionSet, type TypeTerm } from "./data/option-set.ts";

export type Unfit =
  /** There is no such option. `path` ends with the name that is not there, and `names` are those that are. */
  | { readonly kind: "unknown"; readonly path: readonly string[]; readonly names: readonly string[] }
  | { readonly kind: "type"; readonly path: readonly string[]; readonly type: string };

export function unfit(
  member: OptionEntry | OptionSet,
  path: readonly string[],
  value: Json,
  at: readonly string[] = [],
): Unfit | undefined {
  if (isEntry(member)) return unfitTerm(member[0], path, value, at);
  const [name, ...rest] = path;
  if (name !== undefined)
    return Object.hasOwn(member, name)
      ? unfit(member[name]!, rest, value, [...at, name])
      : { kind: "unknown", path: [...at, name], names: shownIn(member) };
  if (!isSet(value)) return { kind: "type", path: at, type: "set of options" };
  return first(Object.entries(value), ([each, inner]) => unfit(member, [each], inner, at));
}

function unfitTerm(term: TypeTerm, path: readonly string[], value: Json, at: readonly string[]): Unfit | undefined {
  const wrong: Unfit = { kind: "type", path: at, type: describe(term) };
  if (typeof term === "string") return fitsPlain(term, path.length > 0 ? {} : value) ? undefined : wrong;
  const inner = (type: TypeTerm): Unfit | undefined => unfitTerm(type, path, value, at);
  const [name, ...rest] = path;
  switch (term[0]) {
    case "nullOr":
      return name === undefined && value === null ? undefined : asWhole(inner(term[1]), wrong);
    case "either":
    case "coercedTo": {
      const [one, other] = [inner(term[1]), inner(term[2] as TypeTerm)];
      return one === undefined || other === undefined
        ? undefined
        : other.path.length > at.length
          ? other
          : asWhole(one, wrong);
    }
    case "attrsOf":
    case "lazyAttrsOf":
      if (name !== undefined) return unfitTerm(term[1], rest, value, [...at, name]);
      if (!isSet(value)) return wrong;
      return first(Object.entries(value), ([each, one]) => unfitTerm(term[1], [], one, [...at, each]));
    case "listOf":
    case "nonEmptyListOf":
      if (name !== undefined || !Array.isArray(value)) return wrong;
      return value.some((each: Json) => unfitTerm(term[1], [], each, at) !== undefined) ? wrong : undefined;
    case "submodule":
      return unfitSubmodule(term[1], term[2] ?? undefined, path, value, at) ?? undefined;
    case "enum":
      return name === undefined && term[1].includes(value as string) ? undefined : wrong;
    case "between":
    case "numberBetween":
      return name === undefined && typeof value === "number" && value >= term[1] && value <= term[2]
        ? undefined
        : wrong;
    case "separated":
    case "matching":
    case "passwdEntry":
      return name === undefined && typeof value === "string" ? undefined : wrong;
    case "unique":
    case "described":
      return asWhole(inner(term[1]), wrong);
    default:
      return undefined;
  }
}

function unfitSubmodule(
  options: OptionSet,
  open: TypeTerm | undefined,
  path: readonly string[],
  value: Json,
  at: readonly string[],
): Unfit | undefined {
  const [name, ...rest] = path;
  if (name === undefined) {
    // a file, or whatever else makes a module
    if (typeof value === "string") return { kind: "type", path: at, type: "set of options" };
    if (!isSet(value)) return { kind: "type", path: at, type: "set of options" };
    return first(Object.entries(value), ([each, inner]) => unfitSubmodule(options, open, [each], inner, at));
  }
  if (Object.hasOwn(options, name)) return unfit(options[name]!, rest, value, [...at, name]);
  return open === undefined
    ? { kind: "unknown", path: [...at, name], names: shownIn(options) }
    : unfitTerm(open, path, value, at);
}

/** What is wrong further in says more than what is wrong with the whole. */
function asWhole(found: Unfit | undefined, whole: Unfit): Unfit | undefined {
  return found === undefined || found.path.length > whole.path.length ? found : whole;
}

function fitsPlain(term: TypeTerm & string, value: Json): boolean {
  if (texts.has(term)) return typeof value === "string";
  if (term === "bool") return typeof value === "boolean";
  if (term === "path") return typeof value === "string" && value.startsWith("/");
  const range = integers[term];
  if (range === undefined) return true;
  const [least, most] = range;
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

const texts: ReadonlySet<string> = new Set(["str", "lines", "commas", "envVar", "nonEmptyStr", "singleLineStr"]);

const integers: Readonly<Record<string, readonly [least: number, most: number]>> = {
  int: [-Infinity, Infinity],
  positive: [1, Infinity],
  unsigned: [0, Infinity],
  u8: [0, 255],
  u16: [0, 65_535],
  u32: [0, 4_294_967_295],
};

/** Old names are understood, and not suggested. */
function shownIn(options: OptionSet): readonly string[] {
  return Object.entries(options).flatMap(([name, member]) =>
    isEntry(member) && member[1]?.hidden === true ? [] : [name],
  );
}

function isSet(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function first<Element>(
  elements: readonly Element[],
  find: (element: Element) => Unfit | undefined,
): Unfit | undefined {
  for (const each of elements) {
    const found = find(each);
    if (found !== undefined) return found;
  }
  return undefined;
}
