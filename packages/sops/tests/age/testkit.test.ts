import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { inflateSync } from "node:zlib";
import { describe, test } from "vitest";
import { armor, decryptWith, parseIdentities, SopsError, unarmor } from "../../src/index.ts";

// the vectors of the C2SP project for age that are about X25519, headers, armours and payloads, by their own names
const vectors = JSON.parse(readFileSync(path.join(import.meta.dirname, "cases/testkit.json"), "utf8")) as Readonly<
  Record<string, string>
>;

describe("published vectors of age", () => {
  test.each(Object.entries(vectors))("%s", (_name, base64) => {
    const { fields, file } = read(Buffer.from(base64, "base64"));
    const identities = parseIdentities(fields.get("identity") ?? "");
    const decrypt = (): Uint8Array => {
      const binary = fields.get("armored") === "yes" ? unarmor(file.toString("latin1")) : file;
      if (binary === undefined) throw new NoArmor();
      return decryptWith(identities, binary);
    };
    const expected = fields.get("expect");
    if (expected === "success") {
      strictEqual(createHash("sha256").update(decrypt()).digest("hex"), fields.get("payload"));
    } else {
      const code = expected === "no match" ? "age-no-match" : "age-damaged";
      throws(decrypt, (error) =>
        expected === "armor failure" ? error instanceof NoArmor : error instanceof SopsError && error.code === code,
      );
    }
  });

  test("an armour is read as what was armoured, whatever its length", () => {
    for (let length = 1; length < 200; length++) {
      const bytes = Buffer.alloc(length, length);
      deepStrictEqual(unarmor(armor(bytes)), bytes);
    }
  });
});

class NoArmor extends Error {}

function read(vector: Buffer): { readonly fields: ReadonlyMap<string, string>; readonly file: Buffer } {
  const end = vector.indexOf("\n\n");
  const lines = vector.subarray(0, end).toString("utf8").split("\n");
  const fields = new Map<string, string>();
  for (const line of lines) {
    const [name = "", value = ""] = line.split(/: (.*)/s);
    const before = fields.get(name);
    fields.set(name, before === undefined ? value : `${before}\n${value}`);
  }
  const rest = vector.subarray(end + 2);
  return { fields, file: fields.get("compressed") === "zlib" ? inflateSync(rest) : rest };
}
