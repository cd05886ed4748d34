import { deepStrictEqual, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import {
  decodeBase16,
  decodeBase32,
  decodeBase64,
  encodeBase16,
  encodeBase32,
  encodeBase64,
  utf8Problem,
} from "../../src/store/index.ts";

const someBytes = fc.uint8Array({ maxLength: 70 });

describe("base 32", () => {
  test("puts the last digit first", () => {
    strictEqual(encodeBase32(Uint8Array.of(1)), "01");
    strictEqual(encodeBase32(Uint8Array.of(0xff)), "7z");
    strictEqual(encodeBase32(Uint8Array.of(31, 0, 0, 0, 8)), "1000000z");
    strictEqual(encodeBase32(new Uint8Array()), "");
  });

  test("is read as it was written", () => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        deepStrictEqual(decodeBase32(encodeBase32(bytes), bytes.length), Uint8Array.from(bytes));
      }),
    );
  });

  test("has no e, o, t, u, no capitals, and no bits to spare", () => {
    for (const digits of ["0e", "0o", "0t", "0u", "0A", "0\xe9", "80", "zz"]) {
      strictEqual(decodeBase32(digits, 1), undefined, digits);
    }
    deepStrictEqual(decodeBase32("7z", 1), Uint8Array.of(255));
  });
});

describe("base 16", () => {
  test("is read as it was written, and in capitals", () => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        const digits = encodeBase16(bytes);
        deepStrictEqual(Uint8Array.from(decodeBase16(digits)!), Uint8Array.from(bytes));
        deepStrictEqual(decodeBase16(digits.toUpperCase()), decodeBase16(digits));
      }),
    );
    strictEqual(decodeBase16("0g"), undefined);
    strictEqual(decodeBase16("00\n0"), undefined);
  });
});

describe("base 64", () => {
  test("is read as it was written, with and without padding", () => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        const digits = encodeBase64(bytes);
        deepStrictEqual(decodeBase64(digits), Uint8Array.from(bytes));
        deepStrictEqual(decodeBase64(digits.replaceAll("=", "")), Uint8Array.from(bytes));
      }),
    );
  });

  test("ends at the first equals sign, steps over line feeds and drops what is no whole byte", () => {
    deepStrictEqual(decodeBase64("QQ=!"), Uint8Array.of(65));
    deepStrictEqual(decodeBase64("Q\nQ"), Uint8Array.of(65));
    deepStrictEqual(decodeBase64("QQf"), Uint8Array.of(65, 7));
    deepStrictEqual(decodeBase64("Q"), new Uint8Array());
    strictEqual(decodeBase64("Q-"), undefined);
    strictEqual(decodeBase64("Q\xe9"), undefined);
  });
});

describe("bytes", () => {
  test("are UTF-8 exactly where JavaScript can decode them", () => {
    const strict = new TextDecoder("utf-8", { fatal: true });
    const decodable = (bytes: Uint8Array): boolean => {
      try {
        strict.decode(bytes);
        return true;
      } catch {
        return false;
      }
    };
    const leads = [0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec];
    const byte = fc.constantFrom(...leads, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff);
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 6 }), (bytes) => {
        const text = Buffer.from(bytes).toString("latin1");
        strictEqual(utf8Problem(text) === undefined, decodable(Uint8Array.from(bytes)));
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    ["a\xffb", "invalid UTF-8 byte at index 1: 0xFF"],
    ["\xc3(", "invalid UTF-8 byte at index 1: 0x28"],
    ["abc\xed\xa0\x80", "invalid UTF-8 byte at index 4: 0xA0"],
    ["\xc0\x80", "invalid UTF-8 byte at index 0: 0xC0"],
    ["ab\xe2\x82", "incomplete UTF-8 string; last byte: 0x82"],
  ])("that are not UTF-8 are named: %j", (text, problem) => {
    strictEqual(utf8Problem(text), `[json.exception.type_error.316] ${problem}`);
  });
});
