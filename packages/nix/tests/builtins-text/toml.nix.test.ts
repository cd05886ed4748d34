import { strictEqual } from "node:assert/strict";
import { describe, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import { askNix, nixString, readNixString } from "./support/ask-nix.ts";
import { selection, tomlText } from "./support/generated.ts";
import { tomlAsJson } from "./support/plain-values.ts";

describe.runIf(needs("nix-2.26"))("TOML agrees with Nix", () => {
  test("in values and in the whole text of errors", () => {
    const texts = selection(tomlText, 1500);
    const answers = askNix(texts.map((text) => `builtins.toJSON (builtins.fromTOML ${nixString(text)})`));
    for (const [index, { kind, text }] of answers.entries()) {
      const ours = tomlAsJson(texts[index]!);
      // Errors lose their carriage returns before they are printed.
      if (kind === "error") strictEqual(ours.replaceAll("\r", ""), text, JSON.stringify(texts[index]));
      else strictEqual(ours, readNixString(text), JSON.stringify(texts[index]));
    }
  });
});
