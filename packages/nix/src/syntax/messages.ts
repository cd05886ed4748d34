/** What can be wrong with a file of Nix, as far as it can be seen without evaluating it. */

import { messageBuilders, type MessageDefinitions } from "../message.ts";
import { quoteName } from "./quote.ts";

/** `'a'`, `'a' or 'b'`, `'a', 'b' or a name`: tokens in quotes, kinds of tokens without. */
function alternatives(names: readonly string[]): string {
  const shown = names.map((name) => (name.includes(" ") ? name : `'${name}'`));
  return shown.length < 2 ? (shown[0] ?? "") : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
}

export const syntaxMessageDefinitions = {
  "unexpected-token": {
    kind: "mistake",
    title: "Something stands where it cannot",
    explain:
      "The file is no Nix up to this place: what stands here cannot follow what stands before it. Often the cause is " +
      "shortly before: a missing `;` at the end of the line above, a bracket closed too early, or a comma in a list " +
      "(elements of a list are separated by blanks).",
    example: { bad: "{ a = 1, b = 2; }\n", good: "{ a = 1; b = 2; }\n" },
    text: (found: string, expected: readonly string[]) =>
      expected.length === 0 ? `unexpected ${found}` : `unexpected ${found}, expected ${alternatives(expected)}`,
  },
  "unclosed-delimiter": {
    kind: "mistake",
    title: "A bracket is never closed",
    explain:
      "The file ends before the bracket is closed. Formatting the part that is sound (`nivose fmt`) usually shows where " +
      "the indentation goes wrong.",
    example: { bad: "{ a = [ 1 2 ];\n", good: "{ a = [ 1 2 ]; }\n" },
    text: (open: string, close: string) => `'${open}' is never closed, expected '${close}'`,
  },
  "unclosed-string": {
    kind: "mistake",
    title: "A string is never closed",
    explain:
      "The file ends inside a string. A `\"` inside `\"…\"` is written `\\\"`, and `''` inside `''…''` is written `'''`.",
    example: { bad: '{ a = "b; }\n', good: '{ a = "b"; }\n' },
    text: (quote: string) => `the string that starts here with ${quote} is never closed`,
  },
  "unclosed-comment": {
    kind: "mistake",
    title: "A comment is never closed",
    explain: "A comment that starts with `/*` ends with `*/`, and the file ends before it. Such comments do not nest.",
    example: { bad: "1 /* one\n", good: "1 /* one */\n" },
    text: () => "the comment that starts here is never closed",
    hint: () => "close it with */",
  },
  "invalid-byte": {
    kind: "mistake",
    title: "A character that Nix does not know",
    explain:
      "Outside of strings and comments Nix is written in ASCII. Typographic quotes and non-breaking blanks that came " +
      "along with a pasted text are the usual cause.",
    example: { bad: "{ a = “b”; }\n", good: '{ a = "b"; }\n' },
    text: (bytes: string) => `unexpected ${bytes}`,
  },
  "null-byte": {
    kind: "mistake",
    title: "A string with a NUL byte",
    explain: "No string of Nix can hold the byte 0. The file is probably not a text file, or was damaged.",
    text: () => "a string cannot contain a NUL byte",
  },
  "path-trailing-slash": {
    kind: "mistake",
    title: "A path ends with a slash",
    explain: "A path literal does not end with `/`: `./modules`, not `./modules/`.",
    example: { bad: "import ./modules/\n", good: "import ./modules\n" },
    text: () => "path has a trailing slash",
    hint: () => "remove the slash at its end",
  },
  "incomplete-path": {
    kind: "mistake",
    title: "A path with two slashes in a row",
    explain: "Two slashes can stand side by side in a path only where an antiquotation follows. Write one.",
    example: { bad: "./a//b\n", good: "./a/b\n" },
    text: () => "unexpected '//' in a path",
    hint: () => "write one slash",
  },
  "integer-out-of-range": {
    kind: "mistake",
    title: "An integer that is too large",
    explain: "Integers of Nix have 64 bits: the largest is 9223372036854775807.",
    example: { bad: "9223372036854775808\n", good: "9223372036854775807\n" },
    text: (digits: string) => `invalid integer '${digits}'`,
    hint: () => "the largest integer is 9223372036854775807",
  },
  "float-out-of-range": {
    kind: "mistake",
    title: "A float that is too large or too small",
    explain: "Floats of Nix are IEEE doubles: between about 2.2e-308 and 1.8e308.",
    example: { bad: "1.0e999\n", good: "1.0e300\n" },
    text: (digits: string) => `invalid float '${digits}'`,
  },
  "experimental-feature": {
    kind: "mistake",
    title: "A feature of Nix that has to be enabled",
    explain:
      "The operators `<|` and `|>` are an experimental feature of Nix, off unless it is asked for by " +
      "`--extra-experimental-features pipe-operators`. Verbs that evaluate read it in `nix.conf`, too.",
    example: { bad: "1 |> builtins.toString\n", good: "builtins.toString 1\n" },
    text: (feature: string) => `experimental Nix feature '${feature}' is disabled`,
    hint: (feature: string) => `add '--extra-experimental-features ${feature}' to enable it`,
  },
  "url-literal": {
    kind: "mistake",
    title: "A URL without quotes, where that is switched off",
    explain:
      "Nix reads a URL without quotes as a string, unless the experimental feature `no-url-literals` is on: then it is a " +
      "mistake. RFC 45 wants URLs in quotes.",
    text: () => "URL literals are disabled",
    hint: () => "put the URL into quotes",
  },
  "needs-parentheses": {
    kind: "mistake",
    title: "An expression that needs parentheses here",
    explain:
      "Functions, `if`, `let`, `with` and `assert` reach as far to the right as they can, so Nix wants parentheses around " +
      "them where they are an element of a list, an argument, or an operand.",
    example: { bad: "map x: x [ ]\n", good: "map (x: x) [ ]\n" },
    text: (what: string) => `${what} needs parentheses here`,
    hint: (what: string) => `write ( before ${what} and ) behind it`,
  },
  "chained-operator": {
    kind: "mistake",
    title: "An operator that cannot be chained",
    explain:
      "Comparisons (`==`, `!=`, `<`, `<=`, `>`, `>=`) do not associate: `a == b == c` has no meaning in Nix. The two " +
      "pipe operators cannot be mixed either. Say with parentheses what is meant.",
    example: { bad: "1 < 2 < 3\n", good: "1 < 2 && 2 < 3\n" },
    text: (operator: string) => `'${operator}' cannot follow an operator of its own rank`,
    hint: () => "put one of the two into parentheses",
  },
  "dynamic-let": {
    kind: "mistake",
    title: "A computed name in a let",
    explain: "The names that a `let` binds must be known without evaluating anything, so `${…}` cannot be one of them.",
    example: { bad: 'let ${"a" + "b"} = 1; in ab\n', good: "let ab = 1; in ab\n" },
    text: () => "dynamic attributes not allowed in let",
  },
  "dynamic-inherit": {
    kind: "mistake",
    title: "A computed name in an inherit",
    explain: "`inherit` takes names and plain strings, nothing that is computed.",
    example: { bad: 'a: { inherit (a) ${"b" + "c"}; }\n', good: "a: { inherit (a) bc; }\n" },
    text: () => "dynamic attributes not allowed in inherit",
  },
  "duplicate-attribute": {
    kind: "mistake",
    title: "An attribute is defined twice",
    explain:
      "A set holds each name once. Two definitions of one name are merged only if both are literal sets, so " +
      "`a.b = 1; a.c = 2;` is fine and `a = 1; a = 2;` is not.",
    example: { bad: "{ a = 1; a = 2; }\n", good: "{ a = 1; b = 2; }\n" },
    text: (attrPath: string, line: number) => `attribute '${attrPath}' already defined on line ${line}`,
  },
  "duplicate-argument": {
    kind: "mistake",
    title: "A function names an argument twice",
    explain: "Every argument of a function needs a name of its own, the one before or behind `@` included.",
    example: { bad: "{ a, a }: a\n", good: "{ a, b }: a\n" },
    text: (name: string) => `duplicate formal function argument '${name}'`,
  },
  "undefined-variable": {
    kind: "mistake",
    title: "A name that nothing defines",
    explain:
      "Names come from function arguments, `let`, `rec`, `with` and the built-in names of Nix. This one comes from none of " +
      "them, so Nix refuses the file without evaluating it. In a module, `lib`, `pkgs` and `config` have to be among the " +
      "arguments: `{ lib, pkgs, config, ... }:`.",
    example: { bad: "{ lib, ... }: { a = libs.mkIf true 1; }\n", good: "{ lib, ... }: { a = lib.mkIf true 1; }\n" },
    text: (name: string, _nearest: string | undefined) => `undefined variable '${quoteName(name)}'`,
    hint: (_name: string, nearest: string | undefined) =>
      nearest === undefined ? undefined : `did you mean '${nearest}'?`,
  },
  "nesting-too-deep": {
    kind: "limit",
    title: "An expression nested too deeply",
    explain:
      "Nix refuses a file once its parser's stack holds 10,000 entries, about 10,000 brackets or 2,000 nested " +
      "conditionals. Nivose counts the stack that it takes itself, a bracket as five and a link of a chain as one, and " +
      "stops at a limit that fits, so that no input can exhaust it. No file written by people comes near it.",
    text: (limit: number) => `expressions are nested too deeply for the limit of ${limit}`,
  },
  "source-too-large": {
    kind: "limit",
    title: "A file that is too large",
    explain:
      "Nivose reads files of Nix up to 128 MiB, and less where nearly every byte is an operator or a bracket: the tree of " +
      "a file has two gigabytes at most. The largest file of nixpkgs has less than one MiB.",
    text: (bytes: number, limit: number | undefined) =>
      limit === undefined
        ? `the file has ${bytes} bytes, and its tree does not fit into the memory`
        : `the file has ${bytes} bytes, more than the ${limit} that can be read`,
  },
} satisfies MessageDefinitions;

export const syntaxMessages = messageBuilders(syntaxMessageDefinitions);
