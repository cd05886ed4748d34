/** What is written as other languages write it, and how. */

import { type Kinds, listOf, one, setOf } from "./kind.ts";

export const formats: Kinds = {
  empty: one("{ }"),
  plain: (random, argument) => argument(random.pick(["simple", "simple", "list", "attrs", "nested"])),
  keyValueOptions: one("{ }", "{ mkValueString = v: builtins.typeOf v; }"),
  keyValueFormat: one(
    "{ }",
    '{ mkKeyValue = k: v: "${k}!"; }',
    '{ indent = "  "; }',
    "{ listsAsDuplicateKeys = true; }",
  ),
  iniFormat: one("{ }", "{ mkSectionName = n: n + n; }", "{ listsAsDuplicateKeys = true; }"),
  sections: setOf("attrs", "a", "b", '"x y"'),
  deepSections: setOf("sections", "a", "b"),
  globalAndSections: one(
    "{ }",
    '{ globalSection.a = 1; sections.b.c = "d"; }',
    "{ sections = { }; }",
    "{ globalSection = { a = true; }; }",
  ),
  recursionLimit: one(
    "{ depthLimit = 1; }",
    "{ depthLimit = 2; throwOnDepthLimit = false; }",
    "{ depthLimit = 9; }",
    "{ depthLimit = null; }",
  ),
  prettyFormat: one("{ }", "{ multiline = false; }", '{ indent = "  "; }', "{ allowPrettyValues = true; }"),
  plistFormat: one("{ }", "{ escape = true; }"),
  luaFormat: one("{ }", "{ multiline = false; }", '{ indent = "  "; }', "{ asBindings = true; }"),
  cliFormat: one(
    "{ }",
    '{ optionValueSeparator = "="; }',
    '{ mkBool = k: v: [ "${k}:${builtins.toJSON v}" ]; }',
    '{ mkOptionName = k: "+${k}"; }',
  ),
  flags: setOf("flag", "a", "long", '"x y"'),
  flag: one("true", "false", "null", "1", '"text"', '"two words"', '[ "a" "b" ]', "[ ]", "{ a = 1; }", "[ 1 null ]"),

  subpath: one('"a"', '"./a//b/"', '"a/./b"', '"../a"', '"/a"', '""', '"."', '"a/.."', '"a/b/c"', "1"),
  subpaths: listOf("subpath", 3),
  storePath: one(
    "/nix/store/nvl9ic0pj1fpyln3zaqrf4cclbqdfn1j-foo/bar",
    "/nix/store/nvl9ic0pj1fpyln3zaqrf4cclbqdfn1j-foo",
    "/nix/store",
    "/nix/store/short-foo",
    "/home/x",
  ),
  hashes: one(
    '{ hash = "sha256-AAAA"; }',
    '{ sha256 = "0000"; }',
    '{ sha256 = ""; name = "n"; }',
    '{ sha512 = "11"; hash = "sha512-B"; }',
    '{ sha512 = "11"; }',
    "{ }",
    "{ name = 1; }",
  ),
  hashTypes: one('{ hashTypes = [ "sha256" "sha512" ]; }', "{ required = false; }", "{ hashTypes = [ ]; }"),

  packageF: one(
    '({ a ? 1, b ? 2, ... }: { type = "derivation"; name = "made"; inherit a b; })',
    "({ a }: drv // { seen = a; })",
    "({ a, nameless }: { inherit a nameless; })",
    "(args: args)",
    "({ a, b ? 5 }: { inherit a b; override = 1; })",
  ),
  scope: one(
    "(self: { x = 1; y = self.x; })",
    "(self: { made = self.callPackage ({ a ? 7 }: { inherit a; }) { }; })",
    "(self: { })",
  ),
};
