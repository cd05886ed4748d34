import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "vitest";
import {
  decryptDocument,
  decryptToBytes,
  decryptWith,
  encryptDocument,
  type EncryptionRules,
  formatOf,
  parseIdentities,
  recipientsOf,
  replacePlain,
  unarmor,
} from "../../src/index.ts";
import { now, published, seeded } from "../support.ts";

const cases = path.join(import.meta.dirname, "cases");
const read = (...names: readonly string[]): string => readFileSync(path.join(cases, ...names), "utf8");

/**
 * Each folder has a plain document, and what the sources of sops 3.9.4 (its tree, cipher and stores, with Go's YAML
 * library 3.0.1) encrypted it to and decrypted that to, for the published keys.
 */
describe("documents that sops 3.9.4 has written", () => {
  const folders = readdirSync(cases, { withFileTypes: true }).filter((entry) => entry.isDirectory());

  test.each(folders.map(({ name }) => name))("%s", (name) => {
    const file = readdirSync(path.join(cases, name)).find((each) => each.startsWith("encrypted.")) ?? "";
    const format = formatOf(file);
    const text = read(name, file);
    const decrypted = read(name, file.replace("encrypted", "decrypted"));
    const rules = JSON.parse(read(name, "rules.json")) as EncryptionRules;
    const request = { text, format, identities: [published] };

    // decrypted as sops decrypts it
    strictEqual(decryptDocument(request), decrypted);

    // nothing changed, at the same time: then every byte is as sops has written it, ciphertexts and code included
    const written = new Date(/lastmodified"?: "([^"]+)"/.exec(text)?.[1] ?? "");
    const noRandomness = (): never => {
      throw new Error("what is already encrypted needs no randomness");
    };
    strictEqual(replacePlain({ ...request, plain: decrypted, random: noRandomness, now: written }), text);

    // encrypted anew it is the same but for what is random
    const plain = read(name, file.replace("encrypted", "plain"));
    const recipients = recipientsOf(text, format);
    const own = encryptDocument({ text: plain, format, recipients, rules, random: seeded(name), now });
    strictEqual(withoutRandomness(own), withoutRandomness(text));
    strictEqual(decryptDocument({ ...request, text: own }), decrypted);
  });
});

describe("documents and keys from elsewhere", () => {
  test("the key of sops' own tests", () => {
    deepStrictEqual(
      Buffer.from(decryptWith([published], unarmor(read("sops-data-key.age")) ?? new Uint8Array())).toString(),
      "data",
    );
  });

  test("the document of the tests of sops-nix, which an older version has written", () => {
    const identities = parseIdentities(read("sops-nix-keys.txt"));
    const text = read("sops-nix.yaml");
    const plain = decryptToBytes({ text, format: "yaml", identities });
    strictEqual(
      Buffer.from(plain).toString(),
      "test_key: test_value\na_list:\n    - e1\n    - e3\nnested:\n    test:\n        file: another value\n",
    );
    ok(recipientsOf(text, "yaml").includes(identities[0]?.recipient ?? ""));
  });
});

function withoutRandomness(text: string): string {
  return text
    .replaceAll(/data:[^,]+,iv:[^,]+,tag:[^,]+/g, "…")
    .replaceAll(/-----BEGIN AGE[^]*?-----END AGE ENCRYPTED FILE-----/g, "…")
    .replaceAll(/(lastmodified"?: )"[^"]+"/g, "$1…");
}
