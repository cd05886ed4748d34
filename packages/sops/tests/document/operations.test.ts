import { deepStrictEqual, notStrictEqual, ok, strictEqual } from "node:assert/strict";
import { describe, test } from "vitest";
import {
  type ChangeRequest,
  decryptDocument,
  decryptToBytes,
  encryptDocument,
  Identity,
  recipientsOf,
  replacePlain,
  rotateDataKey,
  setValue,
  updateRecipients,
} from "../../src/index.ts";
import { now, otherPublished, published, refuses, seeded } from "../support.ts";

const plain = "# servers\nwifi:\n    password: correct horse\n    channels:\n        - 1\n        - 6\nname: luna\n";
const text = encrypt(plain);
const later = new Date("2025-06-01T00:00:00Z");
const change: ChangeRequest = { text, format: "yaml", identities: [published], random: seeded("later"), now: later };

describe("setting a value", () => {
  test("leaves every other ciphertext as it is", () => {
    const changed = setValue({ ...change, path: ["wifi", "password"], value: "battery staple" });
    strictEqual(decrypt(changed), plain.replace("correct horse", "battery staple"));
    const different = changed.split("\n").filter((line) => !text.split("\n").includes(line));
    deepStrictEqual(
      different.map((line) => line.trim().split(":")[0]),
      ["password", "lastmodified", "mac"],
    );
    ok(changed.includes('lastmodified: "2025-06-01T00:00:00Z"'));
  });

  test("makes what is missing on the way", () => {
    const added = setValue({
      ...change,
      path: ["database", "users", 0],
      value: { name: "admin", uid: 1000, odd: 1.5 },
    });
    strictEqual(
      decrypt(added),
      `${plain}database:\n    users:\n        - name: admin\n          uid: 1000\n          odd: 1.5\n`,
    );
    const appended = setValue({ ...change, path: ["wifi", "channels", 2], value: null });
    strictEqual(decrypt(appended), plain.replace("- 6\n", "- 6\n        - null\n"));
    strictEqual(
      decrypt(setValue({ ...change, path: ["wifi", "channels", 0], value: 11n })),
      plain.replace("- 1", "- 11"),
    );
  });

  test("has no place below a value, beyond a list, or in the metadata", () => {
    refuses(() => setValue({ ...change, path: ["name", "x"], value: "secret" }), "sops-path", ["secret", "luna"]);
    refuses(() => setValue({ ...change, path: ["wifi", "channels", 7], value: 1 }), "sops-path");
    refuses(() => setValue({ ...change, path: ["wifi", "channels", "x"], value: 1 }), "sops-path");
    refuses(() => setValue({ ...change, path: [], value: 1 }), "sops-path");
    refuses(() => setValue({ ...change, path: ["sops", "x"], value: 1 }), "sops-encrypted");
  });
});

describe("other recipients", () => {
  test("get the same ciphertexts by an update", () => {
    const updated = updateRecipients({ ...change, recipients: [otherPublished.recipient] });
    deepStrictEqual(recipientsOf(updated, "yaml"), [otherPublished.recipient]);
    strictEqual(decryptDocument({ text: updated, format: "yaml", identities: [otherPublished] }), plain);
    refuses(() => decrypt(updated), "sops-no-identity");
    deepStrictEqual(ciphertexts(updated), ciphertexts(text));
  });

  test("get new ciphertexts by a rotation", () => {
    const rotated = rotateDataKey({ ...change, recipients: [otherPublished.recipient, published.recipient] });
    strictEqual(decrypt(rotated), plain);
    strictEqual(ciphertexts(rotated).filter((each) => ciphertexts(text).includes(each)).length, 0);
    strictEqual(decrypt(rotateDataKey(change)), plain);
  });

  test("are named once, and there is at least one", () => {
    const twice = updateRecipients({ ...change, recipients: [published.recipient, ` ${published.recipient}`] });
    deepStrictEqual(recipientsOf(twice, "yaml"), [published.recipient]);
    refuses(() => updateRecipients({ ...change, recipients: [] }), "sops-no-recipient");
    refuses(() => updateRecipients({ ...change, recipients: ["age1nobody"] }), "age-recipient");
    refuses(() => encrypt("a: hunter2\n", [published.reveal()]), "age-recipient", [published.reveal(), "hunter2"]);
    refuses(() => encrypt("a: b\n", ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBI1"]), "age-recipient-kind");
  });
});

describe("keys of other kinds", () => {
  const pgp =
    '        - created_at: "2024-01-01T00:00:00Z"\n          enc: |\n            armour\n          fp: 0123ABC\n';
  const mixed = text.replace("    pgp: []\n", `    pgp:\n${pgp}`);

  test("stay as they are when values or age recipients change", () => {
    ok(setValue({ ...change, text: mixed, path: ["name"], value: "sol" }).includes(`    pgp:\n${pgp}`));
    ok(
      updateRecipients({ ...change, text: mixed, recipients: [otherPublished.recipient] }).includes(`    pgp:\n${pgp}`),
    );
    const newer = text.replace("    version:", "    hckms:\n        - key_id: a\n    new_field: x\n    version:");
    const kept = setValue({ ...change, text: newer, path: ["name"], value: "sol" });
    ok(kept.includes("    hckms:\n        - key_id: a\n") && kept.includes("    new_field: x\n"));
  });

  test("would be locked out by a rotation", () => {
    refuses(() => rotateDataKey({ ...change, text: mixed }), "sops-foreign-key");
  });

  test("in groups need several people", () => {
    const groups =
      "    key_groups:\n        - hc_vault: []\n          age: []\n        - hc_vault: []\n          age: []\n";
    const split = text.replace(/ {4}kms: \[\][^]*?(?= {4}lastmodified)/, groups);
    refuses(() => decrypt(split), "sops-shamir");
  });
});

describe("another plain document", () => {
  test("keeps the ciphertexts of what is the same, and tells the version that wrote it", () => {
    const old = text.replace("version: 3.9.4", "version: 3.7.1");
    const replaced = replacePlain({ ...change, text: old, plain: plain.replace("luna", "sol") });
    strictEqual(decrypt(replaced), plain.replace("luna", "sol"));
    ok(replaced.includes("version: 3.9.4"));
    strictEqual(ciphertexts(replaced).filter((each) => ciphertexts(text).includes(each)).length, 4);
    const newer = text.replace("version: 3.9.4", "version: 3.11.0");
    ok(replacePlain({ ...change, text: newer, plain: "a: 1\n" }).includes("version: 3.11.0"));
  });
});

describe("what is no document", () => {
  test("is refused without being shown", () => {
    refuses(() => encrypt("a: b\nhunter2: c: d\n"), "sops-yaml", ["hunter2"]);
    refuses(() => encrypt("a: 'hunter2\n"), "sops-yaml", ["hunter2"]);
    refuses(() => encrypt("a: *hunter2\n"), "sops-yaml", ["hunter2"]);
    refuses(() => encrypt('{"a": hunter2}', undefined, "json"), "sops-json", ["hunter2"]);
    refuses(() => encrypt("[hunter2]", undefined, "yaml"), "sops-top-level", ["hunter2"]);
    refuses(() => encrypt('["hunter2"]', undefined, "json"), "sops-top-level", ["hunter2"]);
    refuses(() => encrypt("- a\n"), "sops-top-level");
    refuses(() => encrypt(""), "sops-empty");
    refuses(() => encrypt("1: a\n"), "sops-key");
    refuses(() => encrypt("a:\n    b: 1\n    b: 2\n"), "sops-duplicate");
    refuses(() => encrypt("day: 2024-01-01\n"), "sops-value-kind");
    refuses(() => encrypt("n: 9223372036854775808\n"), "sops-value-kind");
    refuses(() => encrypt(text), "sops-encrypted");
    refuses(() => encrypt("a: \u0000\n"), "sops-yaml");
    refuses(() => encrypt(`a: ${"[".repeat(600)}`), "sops-too-deep");
    refuses(() => encrypt(aliasBomb()), "sops-too-large");
    refuses(() => encrypt("a: &a [*a]\n"), "sops-too-deep");
    refuses(() => decrypt(plain), "sops-no-metadata");
    refuses(() => decrypt("a: 1\nsops: text\n"), "sops-no-metadata");
    refuses(() => decrypt(text.replace(/lastmodified: .*/, "lastmodified: yesterday")), "sops-metadata");
    refuses(() => decrypt(text.replace("enc: |", "other: |")), "sops-metadata");
  });

  test("a binary document is any bytes, and only text where it is text", () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const binary = encryptDocument({
      text: bytes,
      format: "binary",
      recipients: [published.recipient],
      random: seeded("binary"),
      now,
    });
    const request = { text: binary, format: "binary", identities: [published] } as const;
    deepStrictEqual(new Uint8Array(decryptToBytes(request)), bytes);
    refuses(() => decryptDocument(request), "sops-not-text");
    refuses(() => decryptToBytes({ text, format: "binary", identities: [published] }), "sops-json");
  });
});

test("equal randomness gives equal documents, and other randomness other ones", () => {
  strictEqual(encrypt(plain), encrypt(plain));
  notStrictEqual(encrypt(plain, [Identity.generate(seeded("x")).recipient]), encrypt(plain));
});

function encrypt(document: string, recipients = [published.recipient], format: "yaml" | "json" = "yaml"): string {
  return encryptDocument({ text: document, format, recipients, random: seeded("operations"), now });
}

function decrypt(document: string): string {
  return decryptDocument({ text: document, format: "yaml", identities: [published] });
}

function ciphertexts(document: string): readonly string[] {
  return document.split("sops:")[0]?.match(/ENC\[[^\]]*\]/g) ?? [];
}

function aliasBomb(): string {
  const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
  for (let depth = 1; depth < 9; depth++) {
    lines.push(`a${depth}: &a${depth} [${Array.from({ length: 10 }, () => `*a${depth - 1}`).join(", ")}]`);
  }
  return `${lines.join("\n")}\n`;
}
