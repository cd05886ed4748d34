import { strictEqual } from "node:assert/strict";
import { chmodSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import {
  BuilderEnvironment,
  DerivationHashes,
  type DraftOutputs,
  instantiate,
  makeTextPath,
  parseDerivation,
  splitStorePath,
} from "../../src/store/index.ts";
import { refusalOf } from "./support/refusal.ts";
import { realStore } from "./support/real-store.ts";

const folder = "/nix/store";
const hash = "0c5h687bmnk5bdz3db1b7jw22kzn6qwh";

describe.runIf(needs("nix-2.26"))("in the words of real Nix", () => {
  test("names are refused", () => {
    const store = realStore();
    const names = ["", ".", "..", ".-", "..-a", ".a", "...", "-", "a b", "a/b", "\xc3\xa9", "?=+._-", "a".repeat(211)];
    for (const name of [...names, "a".repeat(212)]) {
      strictEqual(
        refusalOf(() => makeTextPath(folder, name, "")),
        store.refusalOrNothing("nix-instantiate", "--eval", "-E", `builtins.toFile "${name}" ""`),
        name,
      );
    }
  });

  test("paths are refused", () => {
    const store = realStore();
    const paths = [
      "/",
      "/nix/store",
      "/nix/store/",
      "/nix/storex",
      "/nix/store/a",
      `/nix/store/${hash}`,
      `/nix/store/${hash}-`,
      `/nix/store/${hash}-a`,
      `/nix/store/${hash}_a`,
      `/nix/store/${hash.replace("5", "e")}-a`,
      `/nix/store/${hash.replace("5", "A")}-a`,
      `/nix/store/${hash}-a/b/../c`,
      `/nix/store/${hash}-.-a`,
      `/nix/store/${hash}-a b`,
      `/nix/store/../store/${hash}-a`,
      `/nix//./store/${hash}-a/`,
    ];
    for (const file of paths) {
      strictEqual(
        // The evaluator tidies a path before it looks for the store in it.
        refusalOf(() => splitStorePath(folder, path.posix.resolve(file))),
        store.refusalOrNothing("nix-instantiate", "--eval", "-E", `builtins.storePath "${file}"`),
        file,
      );
    }
  });

  test("derivations are refused", () => {
    const store = realStore();
    const attempt = (name: string, outputs: DraftOutputs): string | undefined => {
      const env = BuilderEnvironment.from([
        ["builder", "b"],
        ["name", name],
        ["outputs", outputs.kind === "fixed" ? "out" : outputs.names.join(" ")],
        ["system", "s"],
      ]);
      const hashes = new DerivationHashes(folder, () => {
        throw new Error("nothing else is to be read");
      });
      const rest = { inputDerivations: new Map(), inputSources: [], args: [], system: "s", builder: "b" };
      return refusalOf(() => instantiate({ name, outputs, env, ...rest }, hashes));
    };
    for (const [name, names] of [
      ["a".repeat(207), ["out"]],
      ["a".repeat(208), ["out"]],
      ["a".repeat(207), ["out", "abc"]],
      ["a".repeat(207), ["out", "abcd"]],
      ["a", ["x/y", "a/b"]],
    ] as const) {
      const list = names.map((output) => `"${output}"`).join(" ");
      const attributes = `{ name = "${name}"; builder = "b"; system = "s"; outputs = [ ${list} ]; }`;
      strictEqual(
        attempt(name, { kind: "input-addressed", names }),
        store.refusalOrNothing("nix-instantiate", "--eval", "-E", `(derivationStrict ${attributes}).drvPath`),
        attributes,
      );
    }
  });

  test("damaged derivations are refused", () => {
    const store = realStore();
    const sound = `Derive([("out","/nix/store/${hash}-a","","")],[("/nix/store/${hash}-b.drv",["out"])],[],"s","b",[],[("a","\\n")])`;
    const damaged = [
      sound.replace("Derive", "Dorive"),
      sound.replace("Derive", "Derived"),
      sound.replace("Derive", "derive"),
      sound.replace("Derive(", 'DrvWithVersion("new",'),
      sound.replace("Derive(", 'DrvWithVersion("xp-dyn-drv",').replace('["out"])', "{})"),
      sound.replace('"s"', '"s'),
      sound.slice(0, -1),
      sound.slice(0, -5),
      sound.replace("/nix/store", "nix/store"),
      sound.replace("/nix/store", "/nix/shop"),
      sound.replace('[],"s"', '["x"],"s"'),
      sound.replace('[],"s"', `["/nix/store/${hash}-"],"s"`),
      sound.replace('"",""', '"sha256",""'),
      sound.replace('"",""', '"sha256","ff"'),
      sound.replace('"",""', '"sha999","ff"'),
      sound.replace('"",""', '"r:sha256","impure"'),
      sound.replace('"b",[]', '"b",["a" "b"]'),
      sound.replace('"b",[]', '"b",["a",]'),
      sound.replace('"b",[]', '"b",[,"a""b"]'),
      "",
      "D",
    ];
    const features = "ca-derivations impure-derivations dynamic-derivations";
    const expression = 'derivation { name = "damaged"; system = "s"; builder = "b"; }';
    const added = store.run("nix-instantiate", "-E", expression).trim();
    chmodSync(store.placeOf(added), 0o644);
    for (const text of damaged) {
      writeFileSync(store.placeOf(added), text, "latin1");
      strictEqual(
        refusalOf(() => parseDerivation(folder, added, text)),
        store.refusalOrNothing("nix derivation show", "--extra-experimental-features", features, `${added}^*`),
        text,
      );
    }
  });
});
