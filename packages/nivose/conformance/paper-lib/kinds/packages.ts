/** Packages and what is said about them, and the machines that they are for. */

import { type Kinds, listOf, one } from "./kind.ts";
import { machines } from "./machines.ts";

export const packages: Kinds = {
  ...machines,
  package: one("drv", "real", '{ name = "x-1"; }', "(drv // { meta = { }; })", "(drv // { outputSpecified = true; })"),
  packages: one("[ ]", "[ drv ]", "[ drv drv.dev real ]", "[ (drv // { propagatedBuildInputs = [ real null ]; }) ]"),
  output: one('"out"', '"dev"', '"bin"', '"lib"'),
  platform: one(
    '{ system = "x86_64-linux"; parsed = { cpu = { bits = 64; }; }; }',
    '{ system = "aarch64-darwin"; parsed = { kernel = { name = "darwin"; }; }; }',
  ),
  platformPattern: one(
    '"x86_64-linux"',
    "{ cpu = { bits = 64; }; }",
    '{ parsed = { kernel = { name = "darwin"; }; }; }',
  ),
  lazyArguments: one(
    '{ derivation = drv; outputs = [ "out" "dev" ]; }',
    "{ derivation = real; meta = { a = 1; }; passthru = { p = 2; }; }",
    "{ derivation = 5; }",
    '{ derivation = throw "bad"; }',
  ),
  spdx: one('"MIT"', '"mit"', '"GPL-2.0-only"', '"no such"'),
  gvariant: (random) =>
    random.pick([
      '"text"',
      "true",
      "1.5",
      "(lib.gvariant.mkInt32 5)",
      "(lib.gvariant.mkUchar 7)",
      '[ "a" "b" ]',
      "[ ]",
      "[ true 1.5 ]",
      "7",
      "{ a = 1; }",
      "null",
      '"it\'s\\n\\\\"',
    ]),
  gvariants: listOf("gvariant", 3),
  tests: one(
    "{ testA = { expr = 1; expected = 1; }; testB = { expr = 1; expected = 2; }; other = { expr = 1; expected = 2; }; }",
    '{ tests = [ "other" ]; testB = { expr = 1; expected = 2; }; other = { expr = 1; expected = 2; }; }',
  ),
  mkIf: one("1", "{ a = 1; }"),
  licenseName: one(
    '"mit"',
    '"gpl3Only"',
    '"unfree"',
    '"cc0"',
    '"bsd3"',
    '"asl20"',
    '"nope"',
    '"gpl2"',
    '"free"',
    '"mpl20"',
    '"agpl3"',
  ),
  sourceTypeName: one('"fromSource"', '"binaryNativeCode"', '"binaryFirmware"', '"binaryBytecode"', '"nope"'),
};
