import { strictEqual } from "node:assert/strict";
import { describe, test } from "vitest";
import { decryptDocument } from "../../src/index.ts";
import { otherPublished, refuses } from "../support.ts";
import { changedAt, decrypt, places, plain, secret, text, unnoticed, withoutCharacter } from "./changed-document.ts";

describe("a changed document is refused", () => {
  test("whichever byte of a ciphertext, a vector, a tag, the code, the key, the time or an open value is changed", () => {
    strictEqual(decrypt(text), plain);
    const some = places().filter((_, index) => index % 9 === 0);
    strictEqual(unnoticed(some, changedAt), "");
    strictEqual(unnoticed(some, withoutCharacter), "");
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
