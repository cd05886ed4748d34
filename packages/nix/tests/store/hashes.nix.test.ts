import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import {
  convertHash,
  type Hash,
  HASH_SIZE,
  type HashAlgorithm,
  hashBytes,
  type HashFormat,
  outputPlaceholder,
  parseHashFormat,
  parseHashOrEmpty,
  printHash,
  printPrefixedHash,
} from "../../src/store/index.ts";
import { refusalOf } from "./support/refusal.ts";
import { realStore } from "./support/real-store.ts";

const algorithms = Object.keys(HASH_SIZE) as HashAlgorithm[];
const formats: readonly HashFormat[] = ["base16", "nix32", "base64", "sri"];
const noWarning = (): never => {
  throw new Error("an unexpected warning");
};

/** Some hashes of each algorithm, and the two of nothing but zeros and ones. */
function someHashes(): Hash[] {
  return algorithms.flatMap((algorithm) => [
    ...["", "a", "b", "c", "d", "e", "f"].map((text) => hashBytes(algorithm, text)),
    { algorithm, bytes: new Uint8Array(HASH_SIZE[algorithm]) },
    { algorithm, bytes: new Uint8Array(HASH_SIZE[algorithm]).fill(255) },
  ]);
}

describe.runIf(needs("nix-2.26"))("hashes as text", () => {
  test("are read and printed in every format as real Nix does", () => {
    const store = realStore();
    const questions = someHashes().flatMap((hash) =>
      formats.flatMap((format) => [
        { hash: printPrefixedHash(hash, format), hashAlgo: null },
        { hash: printHash(hash, format), hashAlgo: hash.algorithm },
        {
          hash: printHash(hash, format).toUpperCase().replace(/^SHA/, "sha").replace(/^MD/, "md"),
          hashAlgo: hash.algorithm,
        },
        { hash: printHash(hash, format).replaceAll("=", "\n"), hashAlgo: hash.algorithm },
      ]),
    );
    const sound = questions.filter(({ hash, hashAlgo }) => refusalOf(() => ask(hash, hashAlgo, "sri")) === undefined);
    writeFileSync(path.join(store.folder, "questions.json"), JSON.stringify(sound));
    writeFileSync(
      path.join(store.folder, "default.nix"),
      `map (question: map (toHashFormat: builtins.convertHash (
        { inherit (question) hash; inherit toHashFormat; }
        // (if question.hashAlgo == null then { } else { inherit (question) hashAlgo; })
      )) [ "base16" "nix32" "base64" "sri" ]) (builtins.fromJSON (builtins.readFile ./questions.json))`,
    );
    deepStrictEqual(
      sound.map(({ hash, hashAlgo }) => formats.map((format) => ask(hash, hashAlgo, format))),
      JSON.parse(store.evaluate("--json", store.folder).stdout),
    );
  });

  test("are refused in the words of real Nix", () => {
    const store = realStore();
    const sri = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    const base16 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    const base32 = "0mdqa9w1p6cmli6976v4wi0sw9r4p5prkj7lzfd1877wk11c9c73";
    const cases: readonly { hash: string; hashAlgo?: string; toHashFormat?: string }[] = [
      { hash: "" },
      { hash: "", hashAlgo: "sha256" },
      { hash: base16 },
      { hash: "x", hashAlgo: "sha256" },
      { hash: `sha256:${base16}`, hashAlgo: "sha1" },
      { hash: sri, hashAlgo: "sha512" },
      { hash: base16, hashAlgo: "blake3" },
      { hash: base16, hashAlgo: "SHA256" },
      { hash: `blake3:${base16}` },
      { hash: `SHA256-${sri.slice(7)}` },
      { hash: base16.replace("e", "g"), hashAlgo: "sha256" },
      { hash: base32.replace("m", "e"), hashAlgo: "sha256" },
      { hash: base32.replace("0", "z"), hashAlgo: "sha256" },
      { hash: sri.slice(7).replace("4", "!"), hashAlgo: "sha256" },
      { hash: sri.slice(7).replace("U=", "=="), hashAlgo: "sha256" },
      { hash: sri.replace("U=", "") },
      { hash: `${sri.replace("U=", "U")}AA` },
      { hash: sri.replace("4", "!") },
      { hash: `sha256-${base16}` },
      { hash: `sha256:${sri}` },
      { hash: `sha256:sha256:${base16}` },
      { hash: "sha256:" },
      { hash: "sha256-" },
      { hash: ":", hashAlgo: "sha256" },
      { hash: sri, toHashFormat: "base58" },
      { hash: "nothing", toHashFormat: "base58" },
      { hash: "nothing", hashAlgo: "none", toHashFormat: "base58" },
    ];
    for (const { hash, hashAlgo, toHashFormat = "sri" } of cases) {
      const algorithm = hashAlgo === undefined ? "" : `hashAlgo = "${hashAlgo}";`;
      const expression = `builtins.convertHash { hash = "${hash}"; ${algorithm} toHashFormat = "${toHashFormat}"; }`;
      const request = hashAlgo === undefined ? { hash, toHashFormat } : { hash, hashAlgo, toHashFormat };
      strictEqual(
        refusalOf(() => convertHash(request, noWarning)),
        store.refusalOrNothing("nix-instantiate", "--eval", "-E", expression),
        expression,
      );
    }
  });

  test("warn in the words of real Nix", () => {
    const store = realStore();
    const warnings: string[] = [];
    const warn = ({ text }: { readonly text: string }): void => void warnings.push(`warning: ${text}\n`);
    const evaluate = (expression: string): string => store.evaluate("-E", expression).stderr;
    parseHashFormat("base32", warn);
    parseHashOrEmpty("", "sha1", warn);
    deepStrictEqual(warnings, [
      evaluate(`builtins.convertHash { hash = "md5-1B2M2Y8AsgTpgAmY7PhCfg=="; toHashFormat = "base32"; }`),
      evaluate(
        `(derivation { name = "x"; system = "x"; builder = "x"; outputHash = ""; outputHashAlgo = "sha1"; }).outPath`,
      ),
    ]);
  });

  test("stand for outputs as in real Nix", () => {
    const store = realStore();
    const outputs = ["out", "dev", "", "with blank"];
    const list = outputs.map((output) => `(placeholder "${output}")`).join(" ");
    deepStrictEqual(outputs.map(outputPlaceholder), JSON.parse(store.evaluate("--json", "-E", `[ ${list} ]`).stdout));
  });
});

function ask(hash: string, hashAlgo: string | null, toHashFormat: HashFormat): string {
  return convertHash(hashAlgo === null ? { hash, toHashFormat } : { hash, hashAlgo, toHashFormat }, noWarning);
}
