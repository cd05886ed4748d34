/** What the data of packages on paper says of a name, from what was seen of it in nixpkgs. */

export type Seen =
  | { readonly type: "package"; readonly outputs: readonly string[]; readonly passed: readonly string[] }
  | { readonly type: "set"; readonly members: readonly { readonly name: string; readonly value: Seen }[] }
  | { readonly type: "value"; readonly value: string | number | boolean | null }
  | { readonly type: "function" | "pkgs" | "lib" | "platform" | "unknown" | "throw" | "abort" };

/** Outputs and attributes of a package, as one text: `out dev|tests version`. */
export interface Shape {
  readonly shape: string;
}
export interface Members {
  readonly members: Readonly<Record<string, Entry>>;
}
export type Entry =
  | Shape
  | Members
  | { readonly set: string }
  | { readonly value: unknown }
  | { readonly renamed: string }
  | "function"
  | "removed"
  | "pkgs"
  | "lib"
  | "platform"
  | "unknown"
  | "self";

/** All packages have them, hence no shape says so. */
const USUAL = new Set(
  (
    "all args buildInputs builder configureFlags depsBuildBuild doCheck drvAttrs drvPath meta name nativeBuildInputs out " +
    "outPath outputName outputs override overrideAttrs overrideDerivation passthru patches pname propagatedBuildInputs " +
    "propagatedNativeBuildInputs src stdenv strictDeps system type version"
  ).split(" "),
);

export const PLAIN_PACKAGE: Shape = { shape: "out|" };

/** Sets whose names are not known for certain: they are made from files that a tree may lack, or are no packages. */
const OPAQUE = new Set("gnomeExtensions haskell haskellPackages idrisPackages nixosTests rPackages tests".split(" "));

/** The entry of a name at the top; `isPackage` says that it is one for certain, though it cannot be evaluated. */
export function topEntry(name: string, seen: Seen, isPackage: boolean, renamed: string | undefined): Entry {
  if (OPAQUE.has(name)) return "unknown";
  const entry = entryOf(seen, isPackage);
  return entry === "removed" && renamed !== undefined ? { renamed } : entry;
}

function entryOf(seen: Seen, isPackage: boolean): Entry {
  switch (seen.type) {
    case "package": {
      const { outputs } = seen;
      const attributes = seen.passed.filter((name) => !USUAL.has(name) && !outputs.includes(name));
      return { shape: `${outputs.join(" ")}|${attributes.join(" ")}` };
    }
    case "set":
      return seen.members.length === 0 ? "unknown" : { members: membersOf(seen.members) };
    case "value":
      return seen.value === null ? "unknown" : { value: seen.value };
    case "abort":
      return isPackage ? PLAIN_PACKAGE : "unknown";
    case "throw":
      return isPackage ? PLAIN_PACKAGE : "removed";
    default:
      return seen.type;
  }
}

function membersOf(members: readonly { readonly name: string; readonly value: Seen }[]): Record<string, Entry> {
  const names = new Set(members.map(({ name }) => name));
  const isItself = (seen: Seen): boolean =>
    seen.type === "set" &&
    names.size > 30 &&
    seen.members.filter(({ name }) => names.has(name)).length > 0.9 * names.size;
  return Object.fromEntries(
    members
      .filter(({ name }) => !name.startsWith("__"))
      .map(({ name, value }) => [name, isItself(value) ? "self" : entryOf(value, true)]),
  );
}
