import { deepStrictEqual, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import { quoteAttributeName, quoteString, quoteStringUpTo } from "../../src/builtins/text/quote.ts";
import { compareVersions, parseDrvName, splitVersion } from "../../src/builtins/text/versions.ts";
import { closeElement, emptyElement, escapeXml, openElement, XML_HEADER } from "../../src/builtins/text/xml.ts";
import { versionText } from "./support/generated.ts";

describe("versions", () => {
  test.each<[older: string, newer: string]>([
    ["1.0", "2.3"],
    ["2.1", "2.3"],
    ["2.3", "2.5"],
    ["2.3.1", "3.1"],
    ["2.3a", "2.3.1"],
    ["2.3pre1", "2.3"],
    ["2.3pre3", "2.3pre12"],
    ["2.3pre1", "2.3c"],
    ["2.3", "2.3.1"],
    ["2.3a", "2.3c"],
    ["", "0"],
    ["99999999999", "2147483647"],
    ["2147483648", "99999999999"],
  ])("%j is older than %j", (older, newer) => {
    strictEqual(compareVersions(older, newer), -1);
    strictEqual(compareVersions(newer, older), 1);
  });

  test.each([
    ["1.0", "1.0"],
    ["1.0", "1-0"],
    ["1.0", "1..0"],
    ["1.07", "1.7"],
    ["", "."],
  ])("%j is as old as %j", (one, other) => {
    strictEqual(compareVersions(one, other), 0);
    strictEqual(compareVersions(other, one), 0);
  });

  test("are divided at dots, dashes and numbers", () => {
    deepStrictEqual(splitVersion("1.2-pre3_a..4"), ["1", "2", "pre", "3", "_a", "4"]);
    deepStrictEqual(splitVersion("-."), []);
  });

  test("are as old as themselves, and not both older and newer than another", () => {
    fc.assert(
      fc.property(versionText, versionText, (one, other) => {
        strictEqual(compareVersions(one, one), 0);
        strictEqual(compareVersions(one, other) + compareVersions(other, one), 0);
      }),
    );
  });

  test.each<[whole: string, name: string, version: string]>([
    ["nix-0.12pre12876", "nix", "0.12pre12876"],
    ["apache-httpd-2.0.48", "apache-httpd", "2.0.48"],
    ["hello", "hello", ""],
    ["hello-", "hello-", ""],
    ["hello-b", "hello-b", ""],
    ["a--1", "a", "-1"],
    ["a-\xe9", "a", "\xe9"],
    ["-1", "", "1"],
  ])("are found in the name %j", (whole, name, version) => {
    deepStrictEqual(parseDrvName(whole), { name, version });
  });
});

describe("quoting", () => {
  test("escapes what means something in a string", () => {
    strictEqual(quoteString('a"b\\c\n\r\t${d} $e $$ {'), '"a\\"b\\\\c\\n\\r\\t\\${d} $e $$ {"');
    strictEqual(quoteString("\x01\x7f\xc3\xa9"), '"\x01\x7f\xc3\xa9"');
  });

  test.each<[bytes: string, most: number, quoted: string]>([
    ["abc", 3, '"abc"'],
    ["abc", 2, '"ab" \xc2\xab1 byte elided\xc2\xbb'],
    ["abc", 0, '"" \xc2\xab3 bytes elided\xc2\xbb'],
    ["a${", 2, '"a\\$" \xc2\xab1 byte elided\xc2\xbb'],
    ["a$b", 2, '"a$" \xc2\xab1 byte elided\xc2\xbb'],
    ["\n\n\n", 1, '"\\n" \xc2\xab2 bytes elided\xc2\xbb'],
  ])("cuts %j off after %i bytes", (bytes, most, quoted) => {
    strictEqual(quoteStringUpTo(bytes, most), quoted);
  });

  test.each<[name: string, quoted: string]>([
    ["a", "a"],
    ["_a-b'", "_a-b'"],
    ["or", "or"],
    ["if", '"if"'],
    ["inherit", '"inherit"'],
    ["", '""'],
    ["1a", '"1a"'],
    ["-a", '"-a"'],
    ["a.b", '"a.b"'],
    ["a\n", '"a\\n"'],
    ["\xc3\xa9", '"\xc3\xa9"'],
  ])("writes the attribute %j as %s", (name, quoted) => {
    strictEqual(quoteAttributeName(name), quoted);
  });
});

describe("XML", () => {
  test("escapes what attributes cannot hold", () => {
    strictEqual(escapeXml("\"<>&'\n\t\xff"), "&quot;&lt;&gt;&amp;'&#xA;\t\xff");
  });

  test("indents elements, and orders their attributes", () => {
    const document = [
      XML_HEADER,
      openElement(0, "expr"),
      openElement(1, "attr", { name: "a", line: "1", column: "2" }),
      emptyElement(2, "int", { value: "1" }),
      closeElement(1, "attr"),
      closeElement(0, "expr"),
    ].join("");
    strictEqual(
      document,
      `<?xml version='1.0' encoding='utf-8'?>
<expr>
  <attr column="2" line="1" name="a">
    <int value="1" />
  </attr>
</expr>
`,
    );
  });
});
