import { deepStrictEqual, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import {
  foldHash,
  convertHash,
  HASH_SIZE,
  type HashAlgorithm,
  hashBytes,
  HashStream,
  parseHash,
  parseHashOrEmpty,
  parsePrefixedHash,
  parseSriHash,
  printHash,
  printPrefixedHash,
} from "../../src/store/index.ts";
import { refusalOf } from "./support/refusal.ts";

const algorithms = Object.keys(HASH_SIZE) as HashAlgorithm[];
const formats = ["base16", "nix32", "base64", "sri"] as const;
const nothing = (): void => undefined;

describe("hashes", () => {
  test.each([
    ["md5", "d41d8cd98f00b204e9800998ecf8427e", "3y8bwfr609h3lh9ch0izcqq7fl", "1B2M2Y8AsgTpgAmY7PhCfg=="],
    [
      "sha1",
      "da39a3ee5e6b4b0d3255bfef95601890afd80709",
      "143xibwh31h9bvxzalr0sjvbbvpa6ffs",
      "2jmj7l5rSw0yVb/vlWAYkK/YBwk=",
    ],
    [
      "sha256",
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "0mdqa9w1p6cmli6976v4wi0sw9r4p5prkj7lzfd1877wk11c9c73",
      "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
    ],
  ] as const)("of nothing: %s", (algorithm, base16, nix32, base64) => {
    const hash = hashBytes(algorithm, "");
    const printed = formats.map((format) => printHash(hash, format));
    deepStrictEqual(printed, [base16, nix32, base64, `${algorithm}-${base64}`]);
    const prefixed = formats.map((format) => printPrefixedHash(hash, format));
    deepStrictEqual(prefixed, [...[base16, nix32, base64].map((text) => `${algorithm}:${text}`), printed[3]]);
  });

  test("are of bytes, one for each character", () => {
    deepStrictEqual(hashBytes("sha256", "\xe9\0\xff"), hashBytes("sha256", Uint8Array.of(0xe9, 0, 0xff)));
  });

  test("are the same piece by piece", () => {
    const stream = new HashStream("sha512");
    for (const piece of ["a", "", "bc"]) stream.write(Buffer.from(piece));
    deepStrictEqual(stream.finish(), hashBytes("sha512", "abc"));
    strictEqual(stream.size, 3);
  });

  test("are folded by exclusive or", () => {
    deepStrictEqual(foldHash("\x01\x02\x03\x04\xff", new Uint8Array(2)), Uint8Array.of(1 ^ 3 ^ 255, 2 ^ 4));
  });

  test("are read in every format in which they are printed", () => {
    const hash = fc.constantFrom(...algorithms).chain((algorithm) => {
      const size = HASH_SIZE[algorithm];
      return fc.uint8Array({ minLength: size, maxLength: size }).map((bytes) => ({ algorithm, bytes }));
    });
    fc.assert(
      fc.property(hash, fc.constantFrom(...formats), (one, format) => {
        const same = (other: { algorithm: HashAlgorithm; bytes: Uint8Array }): void =>
          deepStrictEqual(
            { ...other, bytes: Uint8Array.from(other.bytes) },
            { ...one, bytes: Uint8Array.from(one.bytes) },
          );
        same(parseHash(printHash(one, format), one.algorithm));
        same(parseHash(printPrefixedHash(one, format)));
        same(parsePrefixedHash(printPrefixedHash(one, format)));
        same(parseSriHash(printHash(one, "sri")));
      }),
    );
  });

  test("are refused in Nix's words", () => {
    strictEqual(
      refusalOf(() => parseHash("sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=", "sha256")),
      "hash 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' should have type 'sha256'",
    );
    strictEqual(
      refusalOf(() => parsePrefixedHash("abc")),
      "hash 'abc' does not include a type",
    );
    strictEqual(
      refusalOf(() => parseSriHash("abc")),
      "hash 'abc' is not SRI",
    );
    strictEqual(
      refusalOf(() => parseHashOrEmpty("", undefined, nothing)),
      "empty hash requires explicit hash algorithm",
    );
    // Of a wrong algorithm, a wrong format and a wrong hash the first is refused.
    strictEqual(
      refusalOf(() => convertHash({ hash: "", hashAlgo: "toString", toHashFormat: "x" }, nothing)),
      "unknown hash algorithm 'toString', expect 'md5', 'sha1', 'sha256', or 'sha512'",
    );
  });

  test("that are empty stand for zeros, with a warning", () => {
    const warnings: string[] = [];
    const zeros = parseHashOrEmpty("", "md5", ({ text }) => warnings.push(text));
    deepStrictEqual(zeros, { algorithm: "md5", bytes: new Uint8Array(16) });
    deepStrictEqual(warnings, ["found empty hash, assuming 'md5-AAAAAAAAAAAAAAAAAAAAAA=='"]);
  });

  test("are converted under the older name of a format too", () => {
    const warnings: string[] = [];
    const converted = convertHash(
      { hash: "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=", hashAlgo: "sha1", toHashFormat: "base32" },
      ({ code }) => warnings.push(code),
    );
    strictEqual(converted, "143xibwh31h9bvxzalr0sjvbbvpa6ffs");
    deepStrictEqual(warnings, ["deprecated-hash-format"]);
  });
});
