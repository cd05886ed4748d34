import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { describe, test } from "vitest";
import {
  baseNameOf,
  closureOf,
  derivationNameOf,
  dynamicPlaceholder,
  hashBytes,
  hashPartOf,
  inputPlaceholder,
  isDerivationPath,
  isInStore,
  isStorePath,
  makeFixedOutputPath,
  makeSourcePath,
  makeTextPath,
  nameOf,
  outputPlaceholder,
  parseContentAddress,
  parseContentAddressMethod,
  parseHash,
  parseStorePath,
  printContentAddress,
  splitStorePath,
} from "../../src/store/index.ts";
import { refusalOf } from "./support/refusal.ts";

const folder = "/nix/store";
const text = "/nix/store/gmzdrk8k0jbnbvvdf0517iyixgkvqnil-t";
const derivation = "/nix/store/pskpga2shn9db3maxpg7iynyzvf2qqlr-text.drv.drv";

describe("store paths", () => {
  test("of texts depend on the text, its references, the name and where the store is", () => {
    strictEqual(makeTextPath(folder, "t", "text"), text);
    strictEqual(makeTextPath(folder, "t", Buffer.from("text")), text);
    strictEqual(makeTextPath("/gnu/store", "t", "text"), "/gnu/store/z961xpmbzbam4085bc8cys34hkddx7yv-t");
    strictEqual(makeTextPath(folder, "t2", text, [text, text]), "/nix/store/290ayscfgdnhg6vqlxkiwr251qq5rg2r-t2");
    strictEqual(makeTextPath(folder, "t", "", [text, derivation]), makeTextPath(folder, "t", "", [derivation, text]));
  });

  test("of content depend on how it is hashed", () => {
    const sha256 = hashBytes("sha256", "");
    const sha1 = hashBytes("sha1", "");
    const flat = makeFixedOutputPath(folder, "f", "flat", sha256);
    strictEqual(flat, "/nix/store/i8yf3p9li8bd9rwjsr5nkg63lxs367am-f");
    strictEqual(makeFixedOutputPath(folder, "f", "nar", sha256), "/nix/store/f66gffbbljx7hpk8xw2f4ylk355g52as-f");
    strictEqual(makeFixedOutputPath(folder, "f", "nar", sha1), "/nix/store/bzirgabdilmf2hrsm7q0qmnrs06yvrdq-f");
    strictEqual(makeFixedOutputPath(folder, "f", "text", sha256), makeTextPath(folder, "f", ""));
    strictEqual(makeSourcePath(folder, "f", sha256), "/nix/store/f66gffbbljx7hpk8xw2f4ylk355g52as-f");
  });

  test("of sources depend on what they refer to, themselves included", () => {
    const nar = parseHash("sha256-8o0DBb0yE+dbLyDe85hGPPhmjfnJ5YFV5rNLl+pnrSk=");
    const paths = [
      makeSourcePath(folder, "h", nar),
      makeSourcePath(folder, "h", nar, { self: true }),
      makeSourcePath(folder, "h", nar, { others: [text] }),
      makeSourcePath(folder, "h", nar, { others: [text], self: true }),
    ];
    strictEqual(paths[0], "/nix/store/9yiggv4xs6fvgh47ddv4a3azid53wilj-h");
    strictEqual(new Set(paths).size, 4);
  });

  test("of content that may not refer to anything", () => {
    for (const references of [{ self: true }, { others: [text] }]) {
      strictEqual(
        refusalOf(() => makeFixedOutputPath(folder, "f", "flat", hashBytes("sha256", ""), references)),
        "fixed output derivation 'f' is not allowed to refer to other store paths.\n" +
          "You may need to use the 'unsafeDiscardReferences' derivation attribute, see the manual for more details.",
      );
    }
    strictEqual(
      refusalOf(() => makeFixedOutputPath(folder, "f", "text", hashBytes("sha256", ""), { self: true })),
      "self-reference not allowed with text hashing",
    );
    strictEqual(
      refusalOf(() => makeFixedOutputPath(folder, "f", "git", hashBytes("sha1", ""))),
      "experimental Nix feature 'git-hashing' is disabled; add '--extra-experimental-features git-hashing' to enable it",
    );
  });

  test("are taken apart", () => {
    deepStrictEqual(
      [baseNameOf(derivation), hashPartOf(derivation), nameOf(derivation), derivationNameOf(derivation)],
      ["pskpga2shn9db3maxpg7iynyzvf2qqlr-text.drv.drv", "pskpga2shn9db3maxpg7iynyzvf2qqlr", "text.drv.drv", "text.drv"],
    );
    deepStrictEqual(splitStorePath(folder, `${text}/a/b`), { path: text, below: "/a/b" });
    deepStrictEqual(splitStorePath(folder, text), { path: text, below: "" });
    strictEqual(
      refusalOf(() => derivationNameOf(text)),
      "store path 'gmzdrk8k0jbnbvvdf0517iyixgkvqnil-t' is not a valid derivation path",
    );
  });

  test("are tidied", () => {
    strictEqual(parseStorePath(folder, "/nix//store/./x/../gmzdrk8k0jbnbvvdf0517iyixgkvqnil-t/"), text);
    strictEqual(parseStorePath("/", "/gmzdrk8k0jbnbvvdf0517iyixgkvqnil-t"), "/gmzdrk8k0jbnbvvdf0517iyixgkvqnil-t");
  });

  test("are told from others", () => {
    const answers = (path: string): boolean[] => [
      isInStore(folder, path),
      isStorePath(folder, path),
      isDerivationPath(path),
    ];
    deepStrictEqual(answers(text), [true, true, false]);
    deepStrictEqual(answers(derivation), [true, true, true]);
    deepStrictEqual(answers(`${text}/x.drv`), [true, false, false]);
    deepStrictEqual(answers(folder), [false, false, false]);
    deepStrictEqual(answers(`${folder}/`), [false, false, false]);
    deepStrictEqual(answers(`${folder}-2/${baseNameOf(text)}`), [false, false, false]);
    deepStrictEqual(answers("relative"), [false, false, false]);
  });
});

describe("content addresses", () => {
  test.each([
    "fixed:sha256:0mdqa9w1p6cmli6976v4wi0sw9r4p5prkj7lzfd1877wk11c9c73",
    "fixed:r:sha1:143xibwh31h9bvxzalr0sjvbbvpa6ffs",
    "text:sha256:0mdqa9w1p6cmli6976v4wi0sw9r4p5prkj7lzfd1877wk11c9c73",
  ])("are read and printed: %s", (address) => {
    strictEqual(printContentAddress(parseContentAddress(address)), address);
  });

  test.each([
    ["", "not a content address because it is not in the form '<prefix>:<rest>': "],
    ["fixed:r", "content address hash must be in form '<algo>:<hash>', but found: fixed:r"],
    ["flat:sha1:x", "content address prefix 'flat' is unrecognized. Recogonized prefixes are 'text' or 'fixed'"],
    ["fixed:text:sha1:x", "unknown hash algorithm 'text', expect 'md5', 'sha1', 'sha256', or 'sha512'"],
    ["text:r:sha1:x", "unknown hash algorithm 'r', expect 'md5', 'sha1', 'sha256', or 'sha512'"],
    [
      "fixed:git:sha1:x",
      "experimental Nix feature 'git-hashing' is disabled; add '--extra-experimental-features git-hashing' to enable it",
    ],
  ])("are refused: %s", (address, refusal) => {
    strictEqual(
      refusalOf(() => parseContentAddress(address)),
      refusal,
    );
  });

  test("have methods by name, but not the older name that derivations may use", () => {
    deepStrictEqual(["flat", "nar", "text", "git"].map(parseContentAddressMethod), ["flat", "nar", "text", "git"]);
    strictEqual(typeof refusalOf(() => parseContentAddressMethod("recursive")), "string");
  });
});

describe("placeholders", () => {
  test("stand for outputs of the derivation itself, of another, and of an output of another", () => {
    strictEqual(outputPlaceholder("out"), "/1rz4g4znpzjwh1xymhjpm42vipw92pr73vdgl6xs1hycac8kf2n9");
    const known = "/1j7s5y7a5p2s7qpdx1v44v8pdcxabh59ac1cwl6jkhv70f6aw8xr";
    strictEqual(inputPlaceholder(derivation, "out"), known);
    strictEqual(dynamicPlaceholder(derivation, ["out"]), known);
    strictEqual(
      dynamicPlaceholder(derivation, ["out", "lib"]),
      "/0bc5h687bmnk5bdz3db1b7jw22kzn6qwhkxxx10f14mybrsx1kxf",
    );
  });
});

test("a closure is everything that is referred to, each once and in order", () => {
  const references: Record<string, string[]> = { d: ["b", "c"], b: ["a"], c: ["a", "d"], a: ["a"], e: [] };
  deepStrictEqual(
    closureOf(["d"], (path) => references[path]!),
    ["a", "b", "c", "d"],
  );
});
