import { strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import { quoteAttributeName, quoteString } from "../../src/builtins/text/quote.ts";
import { compareVersions, parseDrvName, splitVersion } from "../../src/builtins/text/versions.ts";
import { closeElement, emptyElement, openElement, XML_HEADER } from "../../src/builtins/text/xml.ts";
import { askNix, nixString, readNixString } from "./support/ask-nix.ts";
import { selection, versionText } from "./support/generated.ts";

const anyBytes = fc
  .array(fc.constantFrom(..."a $ ${ { \" \\ \n \t < > & ' \x01 \x7f \xc3\xa9 \xff 1 _ -".split(" ")), { maxLength: 5 })
  .map((parts) => parts.join(""));

/** Each question is a string in Nix. */
function check<Case>(cases: readonly Case[], question: (value: Case) => string, ours: (value: Case) => string): void {
  for (const [index, { text }] of askNix(cases.map(question)).entries()) {
    strictEqual(ours(cases[index]!), readNixString(text), JSON.stringify(cases[index]));
  }
}

describe.runIf(needs("nix-2.26"))("names and texts agree with Nix", () => {
  const pairs = selection(fc.tuple(versionText, versionText), 2500);
  const versions = pairs.map(([version]) => version);

  test("where versions are compared", () => {
    check(
      pairs,
      ([one, other]) => `toString (builtins.compareVersions ${nixString(one)} ${nixString(other)})`,
      ([one, other]) => String(compareVersions(one, other)),
    );
  });

  test("where versions are split", () => {
    check(
      versions,
      (version) => `builtins.concatStringsSep "|" (builtins.splitVersion ${nixString(version)})`,
      (version) => splitVersion(version).join("|"),
    );
  });

  test("where versions are found in names", () => {
    check(
      versions.map((version) => `a-${version}`),
      (name) => `let parsed = builtins.parseDrvName ${nixString(name)}; in "\${parsed.name}|\${parsed.version}"`,
      (whole) => {
        const { name, version } = parseDrvName(whole);
        return `${name}|${version}`;
      },
    );
  });

  test("where strings and names are printed", () => {
    const strings = selection(anyBytes, 800);
    for (const [index, { text }] of askNix(strings.map(nixString)).entries()) {
      strictEqual(quoteString(strings[index]!), text);
    }
    const names = [...strings, ..."if then else assert with let in rec inherit or null a-b a'b 'a -a".split(" ")];
    for (const [index, { text }] of askNix(names.map((name) => `{ \${${nixString(name)}} = 1; }`)).entries()) {
      strictEqual(`{ ${quoteAttributeName(names[index]!)} = 1; }`, text);
    }
  });

  test("where strings are written as XML", () => {
    check(
      selection(anyBytes, 300),
      (bytes) => `builtins.toXML [ ${nixString(bytes)} ]`,
      (value) =>
        [
          XML_HEADER,
          openElement(0, "expr"),
          openElement(1, "list"),
          emptyElement(2, "string", { value }),
          closeElement(1, "list"),
          closeElement(0, "expr"),
        ].join(""),
    );
  });
});
