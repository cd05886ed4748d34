import { expect, test } from "vitest";
import { defaultOfText, defaultOfValue } from "../../../src/schema/data/default-text.ts";

const around = {
  optionNames: new Set(["services", "programs"]),
  libNames: new Set(["optionalString"]),
  path: ["services", "web", "sites", "<name>", "root"],
};

test.each([
  ["true", true],
  ["-1", -1],
  ['"a \\"b\\""', 'a "b"'],
  ["''\n  a\n  b\n''", "a\nb\n"],
  ["[ 1 { a = null; } ]", [1, { a: null }]],
  ["{ }", {}],
] as const)("%s is a value", (text, value) => {
  expect(defaultOfText(text, [])).toEqual({ kind: "value", value });
});

test.each([
  ["pkgs.hello", "pkgs.hello"],
  ["with pkgs; [ hello ];", "with pkgs; [ hello ]"],
  ["config.services.web.sites.<name>.user", "config.services.web.sites.${name}.user"],
  ['"/var/www/‹name›"', '"/var/www/${name}"'],
  ["[ ‹name› ]", "[ name ]"],
  ["programs.web.package", "let inherit (config) programs; in\nprograms.web.package"],
  ['"${cfg.dataDir}/x"', 'let cfg = config.services.web; in\n"${cfg.dataDir}/x"'],
  [
    "optionalString true cfg.a",
    "let cfg = config.services.web; inherit (lib) optionalString; in\noptionalString true cfg.a",
  ],
])("%s is an expression", (text, expected) => {
  expect(defaultOfText(text, ["name"], around)).toEqual({ kind: "expression", text: expected });
});

test.each(["the same as `user`", "dataDir", "/run/mysqld.sock", "2.dnscrypt.${x}", "1.5 or so"])(
  "%s is prose",
  (text) => {
    expect(defaultOfText(text, [], around)).toEqual({ kind: "unknown" });
  },
);

test("a value with the name of its submodule depends on it", () => {
  expect(defaultOfValue({ a: ["‹name›", 1] }, ["name"])).toEqual({
    kind: "expression",
    text: '{ "a" = [ ("${name}") (1) ]; }',
  });
  expect(defaultOfValue("‹name›", ["name1", "name"])).toEqual({ kind: "unknown" });
  expect(defaultOfValue(["b"], [])).toEqual({ kind: "value", value: ["b"] });
});
