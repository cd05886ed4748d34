import { strictEqual } from "node:assert/strict";
import { describe, test } from "vitest";
import { decryptDocument, encryptDocument, SopsError } from "../../src/index.ts";
import { now, otherPublished, published, refuses, seeded } from "../support.ts";

const secret = "correct horse battery";
const plain = `first: ${secret}\nsecond:\n    - 12345\n    - 1.5\n    - true\nopen_unencrypted: text\n`;
const text = encryptDocument({
  text: plain,
  format: "yaml",
  recipients: [published.recipient],
  random: seeded("tampering"),
  now,
});
const decrypt = (changed: string): string =>
  decryptDocument({ text: changed, format: "yaml", identities: [published] });

describe("a changed document is refused", () => {
  test("whichever byte of a ciphertext, a vector, a tag, the code, the key, the time or an open value is changed", () => {
    strictEqual(decrypt(text), plain);
    const survivors: string[] = [];
    for (const index of places()) {
      const changed = text.slice(0, index) + neighbour(text.charAt(index)) + text.slice(index + 1);
      if (isAccepted(changed)) survivors.push(`${index}: ${text.slice(index - 20, index + 20)}`);
    }
    strictEqual(survivors.join("\n"), "");
  });

  test("whichever character is taken away", () => {
    const some = places().filter((index) => index % 5 === 0);
    const survivors = some.filter((index) => isAccepted(text.slice(0, index) + text.slice(index + 1)));
    strictEqual(survivors.map((index) => text.slice(index - 20, index + 20)).join("\n"), "");
  });

  test("when values change places, are exchanged for others, or are left out", () => {
    const lines = text.split("\n");
    const at = (start: string): number => lines.findIndex((line) => line.startsWith(start));
    const ciphertext = (line: string): string => /ENC\[.*\]/.exec(line)?.[0] ?? "";
    const moved = lines.with(at("first"), `first: ${ciphertext(lines[at("second") + 1] ?? "")}`).join("\n");
    refuses(() => decrypt(moved), "sops-value-damaged");
    const swapped = [...lines];
    const item = at("second") + 1;
    [swapped[item], swapped[item + 1]] = [lines[item + 1] ?? "", lines[item] ?? ""];
    refuses(() => decrypt(swapped.join("\n")), "sops-mac");
    refuses(() => decrypt(lines.toSpliced(at("first"), 1).join("\n")), "sops-mac");
    refuses(() => decrypt(lines.with(at("first"), "first: written by hand").join("\n")), "sops-value-plain", [
      "by hand",
    ]);
    refuses(() => decrypt(lines.with(at("first"), "first: 3").join("\n")), "sops-value-plain");
    refuses(() => decrypt(lines.with(at("first"), 'first: ""').join("\n")), "sops-mac");
    refuses(() => decrypt(text.replace("first:", "other:")), "sops-value-damaged", [secret]);
  });

  test("when the code is missing or of another document", () => {
    refuses(() => decrypt(text.replace(/^ {4}mac: .*$/m, '    mac: ""')), "sops-no-mac");
    refuses(() => decrypt(text.replace(/^ {4}mac: .*\n/m, "")), "sops-no-mac");
    refuses(
      () => decrypt(text.replace("unencrypted_suffix: _unencrypted", "unencrypted_suffix: first")),
      "sops-value-plain",
    );
    const only = text.replace("    version:", "    mac_only_encrypted: true\n    version:");
    refuses(() => decrypt(only), "sops-mac");
  });

  test("when it is for somebody else, or its key was changed", () => {
    const request = { text, format: "yaml", identities: [otherPublished] } as const;
    refuses(() => decryptDocument(request), "sops-no-identity", [otherPublished.reveal()]);
    refuses(() => decrypt(text.replace("YWdl", "YWdm")), "sops-key-damaged");
    refuses(() => decryptDocument({ ...request, identities: [] }), "sops-no-identity");
  });
});

/** Every place in what is encrypted or authenticated, but for the names of the types, which SOPS does not authenticate. */
function places(): number[] {
  const parts = [
    ...text.matchAll(/data:([^,]+)|iv:([^,]+)|tag:([^,]+)/g),
    ...text.matchAll(/(?<=AGE ENCRYPTED FILE-----\n)[^]*?(?=-----END)/g),
    ...text.matchAll(/(?<=lastmodified: ")[^"]+/g),
    ...text.matchAll(/(?<=open_unencrypted: )\w+/g),
  ];
  return parts.flatMap(({ 0: part, index }) => {
    const start = index + part.indexOf(":") + 1;
    const indices = Array.from({ length: index + part.length - start }, (_, offset) => start + offset);
    return indices.filter((place) => !/\s/.test(text.charAt(place)));
  });
}

/** The character beside it in the alphabet of base 64: so a bit is changed that a careless reader drops. */
function neighbour(character: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const place = alphabet.indexOf(character);
  return place === -1 ? "A" : alphabet.charAt(place ^ 1);
}

function isAccepted(changed: string): boolean {
  try {
    decrypt(changed);
    return true;
  } catch (error) {
    if (!(error instanceof SopsError)) throw error;
    return false;
  }
}
