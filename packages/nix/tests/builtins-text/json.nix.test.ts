import { strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import { stringToJson } from "../../src/builtins/text/json/write.ts";
import { askNix, nixString, readNixString } from "./support/ask-nix.ts";
import { jsonText, selection } from "./support/generated.ts";
import { jsonAgain } from "./support/plain-values.ts";

/** Of an error, only what survives the filter that errors pass before they are printed. */
function filtered(text: string): string {
  return Buffer.from(Buffer.from(text.replaceAll(/[\r\x07]/g, ""), "latin1").toString()).toString("latin1");
}

describe.runIf(needs("nix-2.26"))("JSON agrees with Nix", () => {
  test("where it is read", () => {
    const texts = selection(jsonText, 2000).filter((text) => !text.includes("\x1b"));
    const answers = askNix(texts.map((text) => `builtins.toJSON (builtins.fromJSON ${nixString(text)})`));
    for (const [index, { kind, text }] of answers.entries()) {
      const ours = jsonAgain(texts[index]!);
      if (kind === "value") strictEqual(ours, readNixString(text), JSON.stringify(texts[index]));
      else strictEqual(filtered(ours), filtered(text), JSON.stringify(texts[index]));
    }
  });

  test("where strings are written", () => {
    const part = fc.constantFrom(
      ...'a " \\ / \x7f \x01 \x1f \b \f \n \r \t \xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80'.split(" "),
      ..."\xff \xe2\x82 \xed\xa0\x80 \xc1 \xf4\x90".split(" "),
    );
    const strings = selection(fc.array(part, { maxLength: 4 }), 1500).map((parts) => parts.join(""));
    const answers = askNix(strings.map((string) => `builtins.toJSON ${nixString(string)}`));
    for (const [index, { kind, text }] of answers.entries()) {
      const result = stringToJson(strings[index]!);
      const ours = result.ok ? result.text : result.message.text;
      strictEqual(ours, kind === "value" ? readNixString(text) : text, JSON.stringify(strings[index]));
    }
  });
});
