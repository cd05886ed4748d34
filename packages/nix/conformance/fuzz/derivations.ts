/** Arguments of `derivation` and of `path`. */

import type { Writer } from "./writer.ts";

const derivationNames = [
  '"d"',
  '"d"',
  '"d"',
  '"hello-1.0"',
  '""',
  '"a b"',
  '".x"',
  '"d.drv"',
  '"a/b"',
  '"\u00c3\u00a4"',
  '"x?y=z+_"',
  `"${"l".repeat(212)}"`,
];
const systems = ['"x86_64-linux"', '"x86_64-linux"', '"x86_64-linux"', '"builtin"', '""', "builtins.currentSystem"];
const outputs = [
  '[ "out" ]',
  '[ "out" "dev" ]',
  '[ "dev" "out" ]',
  "[ ]",
  '[ "out" "out" ]',
  '[ "drvPath" ]',
  '[ "a b" ]',
  '[ "bin" ]',
  '[ "" ]',
  '"out"',
  '[ "drv" ]',
  "[ 1 ]",
];
const algorithms = ['"sha256"', '"sha256"', '"sha1"', '"md5"', '"sha512"', '""', "null", '"sha3"'];
const modes = ['"flat"', '"recursive"', '"nar"', '"text"', '"git"', '"x"', '""'];
const sums = [
  '"sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="',
  '"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"',
  '"0mdqa9w1p6cmli6976v4wi0sw9r4p5prkj7lzfd1877wk11c9c73"',
  '""',
  '"sha256:"',
  '"x"',
  '"2jmj7l5rSw0yVb/vlWAYkK/YBwk="',
  '"d41d8cd98f00b204e9800998ecf8427e"',
  '"sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk="',
  '"md5:d41d8cd98f00b204e9800998ecf8427e"',
  '"sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg=="',
];
const odd = [
  "allowedReferences",
  "allowedRequisites",
  "disallowedReferences",
  "passAsFile",
  "maxSize",
  "outputChecks",
  "exportReferencesGraph",
  "requiredSystemFeatures",
  "__noChroot",
  "impureEnvVars",
  "preferLocalBuild",
];

export function derivationArguments(writer: Writer, depth: number): string {
  const { random } = writer;
  const attributes = new Map<string, string>();
  const structured = random.oneIn(5);
  const set = (name: string, value: string, leftOut = 60): void => {
    if (!random.oneIn(leftOut)) attributes.set(name, random.oneIn(60) ? writer.expression("any", depth - 1) : value);
  };
  set("name", random.pick(derivationNames));
  // real Nix cannot read back a derivation whose system has odd characters
  if (!random.oneIn(60)) attributes.set("system", random.pick(systems));
  set(
    "builder",
    random.oneIn(3) ? writer.expression("string", depth - 1) : random.pick(['"/bin/sh"', '"b"', "./file", '""']),
  );
  if (random.oneIn(3))
    set("args", `[ ${writer.expression("string", depth - 1)} ${writer.expression("printable", depth - 1)} ]`);
  if (random.oneIn(4)) set("outputs", random.pick(outputs));
  if (structured) set("__structuredAttrs", random.oneIn(8) ? writer.expression("bool", depth - 1) : "true");
  if (random.oneIn(5)) set("__ignoreNulls", random.oneIn(4) ? "false" : "true");
  if (random.oneIn(5)) {
    set("outputHash", random.pick(sums));
    if (random.oneIn(2)) set("outputHashAlgo", random.pick(algorithms));
    if (random.oneIn(2)) set("outputHashMode", random.pick(modes));
  }
  if (random.oneIn(30)) set("__contentAddressed", random.pick(["true", "false"]));
  if (random.oneIn(30)) set("__impure", random.pick(["true", "false"]));
  for (let count = random.below(4); count > 0; count--) {
    const name = random.oneIn(6) ? random.pick(odd) : random.pick(["a", "b", "src", "x", '"a b"', "PATH"]);
    set(
      name,
      random.oneIn(8)
        ? "null"
        : writer.expression(random.pick(["printable", "string", "drv", "any", "strings"]), depth - 1),
    );
  }
  return `{ ${[...attributes].map(([name, value]) => `${name} = ${value};`).join(" ")} }`;
}

export function pathArguments(writer: Writer, depth: number): string {
  const { random } = writer;
  const parts: string[] = [];
  if (!random.oneIn(20))
    parts.push(
      `path = ${random.pick(["./file", "./folder", "./link", "./folder-link", "./missing", "./odd-names", "./empty", writer.expression("file", depth - 1)])};`,
    );
  if (random.oneIn(2)) parts.push(`name = ${random.oneIn(4) ? writer.expression("fileName", depth - 1) : '"n"'};`);
  if (random.oneIn(3))
    parts.push(`filter = ${writer.callback({ parameters: ["string", "string"], result: "bool" }, depth - 1)};`);
  if (random.oneIn(3)) parts.push(`recursive = ${writer.expression("bool", 0)};`);
  if (random.oneIn(6)) parts.push(`sha256 = ${random.pick(sums)};`);
  if (random.oneIn(30)) parts.push(`other = ${writer.expression("any", depth - 1)};`);
  return `{ ${parts.join(" ")} }`;
}
