/** Texts of values: mostly such as a type takes, at times any other. */

import { membersOf, type Term } from "./options.ts";
import type { Random } from "./random.ts";

const DEEPEST = 4;

export function valueFor(term: Term, random: Random, depth = 0): string {
  if (random.chance(depth === 0 ? 8 : 3)) return random.one(ANY);
  if (typeof term === "string") return random.one(plain[term] ?? ANY);
  if (depth > DEEPEST) return random.one(ANY);
  const [kind, first, second] = term as readonly [string, Term, Term];
  const inner = (type: Term): string => `(${valueFor(type, random, depth + 1)})`;
  switch (kind) {
    case "nullOr":
      return random.chance(20) ? "null" : valueFor(first, random, depth);
    case "unique":
    case "described":
    case "checked":
    case "recursive":
      return valueFor(first, random, depth);
    case "either":
    case "coercedTo":
      return valueFor(random.one([first, second]), random, depth);
    case "listOf":
    case "nonEmptyListOf":
      return `[ ${random.some(3, () => wrapped(inner(first), random)).join(" ")} ]`;
    case "attrsOf":
    case "lazyAttrsOf":
    case "dagOf":
      return set(random.some(2, () => [random.one(NAMES), wrapped(inner(first), random)]));
    case "submodule": {
      const members = membersOf(first as unknown as Parameters<typeof membersOf>[0]);
      if (members.length === 0) return random.one(ANY);
      return set(
        random.some(3, () => {
          const member = random.one(members);
          return [member.path.join("."), wrapped(inner(member.term), random)];
        }),
      );
    }
    case "enum": {
      const values = first as unknown as readonly unknown[];
      return values.length === 0 ? "null" : JSON.stringify(random.one(values)).replaceAll("${", "\\${");
    }
    case "between":
      return String(first as unknown);
    case "matching":
      return random.one(['"a"', '"10.0.0.1"', '"12"']);
    case "separated":
      return random.one(plain["str"]!);
    default:
      return random.one(ANY);
  }
}

/** As modules define values: with a condition, a priority, a place in the order. */
export function wrapped(value: string, random: Random): string {
  if (random.chance(70)) return value;
  return random.one([
    `(lib.mkForce ${value})`,
    `(lib.mkDefault ${value})`,
    `(lib.mkOverride 900 ${value})`,
    `(lib.mkBefore ${value})`,
    `(lib.mkOrder 1700 ${value})`,
    `(lib.mkIf true ${value})`,
    `(lib.mkIf false ${value})`,
    `(lib.mkIf config.services.openssh.enable ${value})`,
    `(lib.mkMerge [ ${value} ${value} ])`,
    `(lib.mkForce (lib.mkIf (pkgs ? jq) ${value}))`,
  ]);
}

/** A name may be drawn twice, which is an error of syntax. */
function set(entries: readonly (readonly string[])[]): string {
  const kept = new Map<string, string>();
  for (const [name, value] of entries) {
    const isTaken = [...kept.keys()].some(
      (each) => each === name || each.startsWith(`${name}.`) || name!.startsWith(`${each}.`),
    );
    if (!isTaken) kept.set(name!, value!);
  }
  return `{ ${[...kept].map(([name, value]) => `${quoted(name)} = ${value}; `).join("")}}`;
}

function quoted(dotted: string): string {
  return dotted
    .split(".")
    .map((name) => JSON.stringify(name))
    .join(".");
}

const NAMES = ["alice", "b", "with space", "eth0", "9"];

const ANY: readonly string[] = [
  "true",
  "1",
  "(-7)",
  "1.5",
  "null",
  '"text"',
  '"/a/path"',
  "[ ]",
  '[ "a" 1 ]',
  "{ }",
  '{ a.b = "c"; }',
  "pkgs.hello",
  "(x: x)",
  "[ pkgs.jq pkgs.jq ]",
  '{ outPath = "/x"; }',
];

const packages: readonly string[] = [
  "pkgs.hello",
  "pkgs.jq.out",
  "(pkgs.hello.override { })",
  "(pkgs.curl.overrideAttrs (old: { patches = [ ]; }))",
  "pkgs.python3.withPackages (p: [ p.requests ])",
  '(pkgs.writeShellScriptBin "run" "echo \\${HOME}")',
  '(pkgs.writeText "note" "text of ${pkgs.hello}")',
  '((pkgs.formats.json { }).generate "a.json" { a = [ 1 null { b = 1.5; } ]; })',
  '((pkgs.formats.toml { }).generate "a.toml" { a.b = [ "c" ]; })',
  '(pkgs.runCommand "made" { nativeBuildInputs = [ pkgs.jq ]; } "touch $out")',
  '(pkgs.symlinkJoin { name = "joined"; paths = [ pkgs.hello pkgs.jq ]; })',
  "(pkgs.mine or pkgs.hello)",
  '(pkgs.stdenv.mkDerivation { pname = "p"; version = "1"; src = FOLDER; })',
];

const plain: Readonly<Record<string, readonly string[]>> = {
  bool: ["true", "false"],
  str: ['"text"', '""', '"two\\nlines"', '"${pkgs.hello}/bin/hello"', '"ü"'],
  lines: ['"a"', '"a\\nb\\n"', "''\n  indented\n    more\n''"],
  commas: ['"a"', '"a,b"'],
  nonEmptyStr: ['"a"', '" "'],
  singleLineStr: ['"a"', '"a\\n"'],
  path: ['"/a/path"', "FOLDER", "FOLDER/random.ts", "pkgs.hello", '"${pkgs.jq}/x"', '"relative"'],
  int: ["0", "7", "(-1)"],
  u16: ["0", "80", "65535", "65536"],
  u8: ["255", "256"],
  unsigned: ["0", "3"],
  positive: ["1", "0"],
  float: ["1.5", "2"],
  package: packages,
  attrs: ["{ }", '{ a = 1; b.c = "x"; }'],
  json: ["{ a = [ 1 null true ]; }", '"x"', "null"],
  yaml: ["{ a.b = 1.5; }", "[ { } ]"],
  toml: ['{ a = "x"; }', "{ a = null; }"],
  iniAtom: ["1", '"x"', "null", "[ ]"],
};
