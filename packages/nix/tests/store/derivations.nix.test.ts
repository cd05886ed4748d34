import { deepStrictEqual, notStrictEqual, ok, strictEqual } from "node:assert/strict";
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import {
  type Derivation,
  DerivationHashes,
  instantiate,
  makeOutputPath,
  makeTextPath,
  parseDerivation,
  printDerivation,
  printDerivationsAsJson,
  referencesOf,
  utf8Problem,
} from "../../src/store/index.ts";
import { hasDynamicInputs } from "../../src/store/derivation.ts";
import { draftOf } from "./support/drafts.ts";
import { realStore } from "./support/real-store.ts";

const folder = "/nix/store";
const here = import.meta.dirname;

function parseAll(texts: ReadonlyMap<string, string>): Map<string, Derivation> {
  return new Map([...texts].map(([file, text]) => [file, parseDerivation(folder, file, text)]));
}

/** Inputs before what depends on them. */
function inputsFirst(derivations: ReadonlyMap<string, Derivation>): string[] {
  const order = new Set<string>();
  const visit = (file: string): void => {
    for (const input of derivations.get(file)!.inputDerivations.keys()) if (!order.has(input)) visit(input);
    order.add(file);
  };
  for (const file of derivations.keys()) visit(file);
  return [...order];
}

/** Every derivation is made again from what is left without its paths, and has to come out the same. */
function instantiateAgain(derivations: ReadonlyMap<string, Derivation>, texts: ReadonlyMap<string, string>): void {
  const hashes = new DerivationHashes(folder, (file) => {
    throw new Error(`${file} was not made before what depends on it`);
  });
  for (const file of inputsFirst(derivations)) {
    const made = instantiate(draftOf(derivations.get(file)!), hashes);
    strictEqual(printDerivation(folder, made.derivation), texts.get(file));
    strictEqual(made.path, file);
  }
}

describe.runIf(needs("nix-2.26"))("derivations that real Nix writes", () => {
  test("are printed as they were read, and made again from their parts", () => {
    const store = realStore();
    copyFileSync(path.join(here, "derivations.nix"), path.join(store.folder, "default.nix"));
    const bytes = Array.from({ length: 255 }, (_, index) => index + 1);
    writeFileSync(path.join(store.folder, "bytes"), Uint8Array.from(bytes));
    mkdirSync(path.join(store.folder, "source/folder"), { recursive: true });
    writeFileSync(path.join(store.folder, "source/script"), "echo\n", { mode: 0o755 });
    symlinkSync("script", path.join(store.folder, "source/link"));
    store.run("nix-instantiate", store.folder);

    const texts = store.derivations();
    ok(texts.size > 100, `only ${texts.size} derivations`);
    const derivations = parseAll(texts);
    for (const [file, derivation] of derivations) strictEqual(printDerivation(folder, derivation), texts.get(file));
    for (const [file, text] of texts) {
      const { name } = derivations.get(file)!;
      strictEqual(makeTextPath(folder, `${name}.drv`, text, referencesOf(derivations.get(file)!)), file);
    }
    instantiateAgain(derivations, texts);

    const hashes = new DerivationHashes(folder, (file) => derivations.get(file)!);
    for (const derivation of derivations.values()) {
      const masked = hashes.maskedHash(derivation);
      for (const [name, output] of derivation.outputs) {
        if (output.kind !== "input-addressed") continue;
        strictEqual(makeOutputPath(folder, name, masked.hash, derivation.name), output.path);
      }
    }

    const files = [...derivations.keys()].filter((file) => utf8Problem(texts.get(file)!) === undefined);
    const printable = new Map(files.map((file) => [file, derivations.get(file)!]));
    notStrictEqual(printable.size, derivations.size);
    strictEqual(
      `${printDerivationsAsJson(folder, printable)}\n`,
      store.run("nix derivation show", ...[...printable.keys()].map((file) => `${file}^*`)),
    );
  });

  test("with outputs that are known only later", () => {
    const store = realStore();
    writeFileSync(
      path.join(store.folder, "default.nix"),
      `let
        make = name: more: derivation ({ inherit name; system = "x86_64-linux"; builder = "/bin/sh"; } // more);
        floating = make "floating" {
          __contentAddressed = true;
          outputs = [ "out" "dev" ];
          self = [ (placeholder "out") (placeholder "dev") ];
        };
        text = make "text.drv" { __contentAddressed = true; outputHashMode = "text"; };
      in {
        inherit floating;
        flat = make "flat" { __contentAddressed = true; outputHashMode = "flat"; outputHashAlgo = "sha1"; };
        impure = make "impure" { __impure = true; };
        inherit text;
        dynamic = make "dynamic" { input = builtins.outputOf text.outPath "lib"; inherit text; };
        dynamicTwice = make "dynamic-twice" {
          a = builtins.outputOf text.outPath "lib";
          b = builtins.outputOf (builtins.outputOf text.outPath "lib") "out";
        };
        usesFloating = make "uses-floating" { inherit floating; inherit (floating) dev; };
        deferredTwice = make "deferred-twice" { outputs = [ "out" "lib" ]; input = make "uses-floating" { inherit floating; }; };
        floatingOfFloating = make "floating-of-floating" { __contentAddressed = true; inherit floating; };
        fixedOfFloating = make "fixed-of-floating" {
          inherit floating;
          outputHash = "sha256-Om6weQ85rIfJTzhWst0sXREOaBFgImGpqSPTuyOtyLc=";
        };
        impureOfImpure = make "impure-of-impure" { __impure = true; input = make "impure" { __impure = true; }; };
        fixedText = make "fixed-text" {
          outputHash = "sha256-Om6weQ85rIfJTzhWst0sXREOaBFgImGpqSPTuyOtyLc=";
          outputHashMode = "text";
        };
      }`,
    );
    const features = "ca-derivations impure-derivations dynamic-derivations";
    store.run("nix-instantiate", "--extra-experimental-features", features, store.folder);
    const texts = store.derivations();
    const derivations = parseAll(texts);
    deepStrictEqual(
      new Set(
        [...derivations.values()].flatMap((derivation) => [...derivation.outputs.values()].map(({ kind }) => kind)),
      ),
      new Set(["deferred", "fixed", "floating", "impure"]),
    );
    for (const [file, derivation] of derivations) strictEqual(printDerivation(folder, derivation), texts.get(file));
    strictEqual([...derivations.values()].filter(hasDynamicInputs).length, 2);
    instantiateAgain(derivations, texts);
    strictEqual(
      `${printDerivationsAsJson(folder, derivations)}\n`,
      store.run(
        "nix derivation show",
        "--extra-experimental-features",
        features,
        ...[...derivations.keys()].map((file) => `${file}^*`),
      ),
    );
  });
});
