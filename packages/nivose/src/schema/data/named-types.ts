/** Types that have a name of their own, as their descriptions spell it. A longer name comes before one that it begins with. */

import type { TypeTerm } from "./option-set.ts";

const INI_ATOM = "INI atom (null, bool, int, float or string)";
const ATOM = "atom (null, bool, int, float or string)";
const SEVERAL = " or a list of them for duplicate keys";
const SOME = " or a non-empty list of them";

const iniSections = (
  [
    ["iniAtoms", `${INI_ATOM}${SEVERAL}`],
    ["iniNonEmptyAtoms", `${INI_ATOM}${SOME}`],
    ["iniAtom", INI_ATOM],
  ] as const
).map(([term, atom]): readonly [string, TypeTerm] => {
  const name = `section of an INI file (attrs of ${atom})`;
  return [name, ["described", ["attrsOf", term], name]];
});

const bits = [8, 16, 32].flatMap((size): readonly (readonly [string, TypeTerm])[] => {
  const range = (low: number, high: number): string => `between ${low} and ${high} (both inclusive)`;
  const half = 2 ** (size - 1);
  return [
    [`${size} bit unsigned integer; ${range(0, 2 ** size - 1)}`, `u${size}` as TypeTerm],
    [`${size} bit signed integer; ${range(-half, half - 1)}`, `s${size}` as TypeTerm],
  ];
});

const names: readonly (readonly [string, TypeTerm])[] = [
  ["boolean (merged using or)", "boolByOr"],
  ["boolean", "bool"],
  ["string", "str"],
  ["non-empty string", "nonEmptyStr"],
  ["(optionally newline-terminated) single-line string", "singleLineStr"],
  ["signed integer", "int"],
  ["unsigned integer, meaning >=0", "unsigned"],
  ["positive integer, meaning >0", "positive"],
  ["floating point number", "float"],
  ["signed integer or floating point number", "number"],
  ["nonnegative integer or floating point number, meaning >=0", "nonnegativeNumber"],
  ["positive integer or floating point number, meaning >0", "positiveNumber"],
  ["path", "path"],
  ["path in the Nix store", "pathInStore"],
  ["package", "package"],
  ["attribute set", "attrs"],
  ["anything", "anything"],
  ["raw value", "raw"],
  ["unspecified value", "unspecified"],
  ["unspecified", "unspecified"],
  ["module", "deferredModule"],
  ["optionType", "optionType"],
  ["Nixpkgs package set", "pkgs"],
  ["submodule", "submodule"],
  ["systemd option", "systemdOption"],
  ["JSON value", "json"],
  ["YAML value", "yaml"],
  ["YAML 1.1 value", "yaml"],
  ["YAML 1.2 value", "yaml"],
  ["TOML value", "toml"],
  [INI_ATOM, "iniAtom"],
  [`${INI_ATOM}${SEVERAL}`, "iniAtoms"],
  [`${INI_ATOM}${SOME}`, "iniNonEmptyAtoms"],
  [ATOM, "keyValueAtom"],
  [`${ATOM}${SEVERAL}`, "keyValueAtoms"],
  [`${ATOM}${SOME}`, "keyValueAtoms"],
  ['strings concatenated with "\\n"', "lines"],
  ['strings concatenated with ","', "commas"],
  ['strings concatenated with ":"', "envVar"],
  ...iniSections,
  ...bits,
];

export const namedTypes = [...names].sort(([a], [b]) => b.length - a.length);

/** What a type is called, by its word; of several names the first one. */
export const typeNames: ReadonlyMap<TypeTerm, string> = new Map(
  names.flatMap(([name, term]) => (typeof term === "string" ? [[term, name] as const] : [])).toReversed(),
);
