import { expect, test } from "vitest";
import { wrap } from "../../src/report/terminal-text.ts";

test.each([
  ["words go on the next line", "one two three", 8, ["one two", "three"]],
  ["what is wider stays whole", "a /long/path/to/it b", 6, ["a", "/long/path/to/it", "b"]],
  ["a command stays whole", "see 'nivose show luna' for it", 12, ["see", "'nivose show luna'", "for it"]],
  ["a command with something behind it", "('nivose lock .', or so)", 10, ["('nivose", "lock .',", "or so)"]],
  ["a quote that does not end", "'nivose is a name", 9, ["'nivose", "is a name"]],
  ["blanks are kept", "a  b", 10, ["a  b"]],
] as const)("%s", (_, text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines);
});
