/**
 * Sources that are almost Nix, or look like it: files damaged in the ways in which people and machines damage them, and
 * soups of tokens in which every pair of neighbours comes up.
 */

import { parse } from "../src/syntax/index.ts";
import type { Random } from "./random.ts";

/** What is inserted and what takes the place of something else: every token, and bytes at which a lexer can stumble. */
const words: readonly string[] = [
  ..."if then else assert with let in rec inherit or".split(" "),
  ..."a b x y x-y x' _ body import true null builtins __curPos".split(" "),
  ..."0 1 007 12345678901234567890 9223372036854775807 9223372036854775808".split(" "),
  ..."1. .5 0.5 00.5 1.5e3 1.5e 1e3 0. 1.0e999 1.0e-320 0.0e-999 1.5.2 0.1e-5".split(" "),
  ..."./a ./a/ /a a/b ../.. ./. ~/a ~/ ~ a/ / // /b// ./a//b 1/2 1.5/2 a.b/c +/a -/a ./${ a/${ ~/${ /${ ./a/${x}b/ ./${x}".split(
    " ",
  ),
  ..."<a> <a/b> <a/ <a//b> <a b>".split(" "),
  ..."a:b a:a http://a.b/c?d=e#f x:y: x: :x".split(" "),
  ...`" '' ''' ''$ ''\${ ''\\ ''\\n \${ $ $$ $$\${ $" \\ \\" \\\${ \\n '`.split(" "),
  ..."{ } ( ) [ ] = ; : , @ . ... ? ! - + * / ++ // < <= > >= == != && || -> <| |>".split(" "),
  ..."{}: {...}: {a}: {a,b}: {a?1}: {a,}: a@{}: {}@a: {a,...}@b: a: rec{ let{ {a=1;} {inherit(a)b;} inherit(x)".split(
    " ",
  ),
  ..."/* */ /**/ /***/ /** # #\n \n \r \r\n \t".split(" "),
  ..."& | % ^ ` \\ \0 \x01 \x7f \xc3\xa9 \xff \u00a0".split(" "),
  '""',
  '"a"',
  '"${a}"',
  "''a''",
  "'' \n''",
  "''${a}''",
  '."a"',
  '.${"a"}',
  ".${a}",
  " or ",
  " ? a",
  "inherit a;",
  "a = 1;",
  "a.b = 1;",
  "a.c = 2;",
  '"a" = 1;',
  "${a} = 1;",
  "a = {",
  "a = rec {",
  "let a = 1; in",
  "in a",
  "with a;",
  "assert a;",
  "[a]",
  "if a then b else c",
  "a: a",
  "{ a }: a",
  "{ a }@a: a",
  "{ a, a }: a",
  "- -",
  "! !",
  "a ? b",
  "a.b or c",
  "or or",
  "a or b",
];

const lineBreak = 10;

/** A source made of `source` and, when two are spliced, of `other`. */
export function mutate(source: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let mutated = source;
  // usually one damage, so that the first one that is noticed is the one that was done
  const count = random.oneIn(4) ? 2 + random.below(3) : 1;
  for (let index = 0; index < count; index++) mutated = mutateOnce(mutated, other, random);
  return mutated;
}

function mutateOnce(source: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  switch (random.below(12)) {
    case 0: // bytes go
      return replaceBytes(source, random, 1 + random.below(3), "");
    case 1: // bytes become others
      return replaceBytes(source, random, 1, String.fromCharCode(random.below(256)));
    case 2: // bytes come in
      return replaceBytes(source, random, 0, String.fromCharCode(random.below(random.oneIn(3) ? 256 : 127)));
    case 3: // the file ends early
      return source.subarray(0, random.below(source.length + 1));
    case 4: // the start of one file and the end of another
      return concat(
        source.subarray(0, random.below(source.length + 1)),
        other.subarray(random.below(other.length + 1)),
      );
    case 5: {
      // a line goes, or comes twice
      const start = source.lastIndexOf(lineBreak, random.below(source.length + 1)) + 1;
      const end = source.indexOf(lineBreak, start) + 1 || source.length;
      return random.oneIn(2)
        ? concat(source.subarray(0, start), source.subarray(end))
        : concat(source.subarray(0, end), source.subarray(start));
    }
    case 6: // something comes in anywhere
      return replaceBytes(source, random, 0, random.pick(words));
    default:
      return mutateToken(source, random);
  }
}

function mutateToken(source: Uint8Array, random: Random): Uint8Array {
  const tree = parse(source, { maxDepth: 1 });
  if (tree.tokenCount < 3) return concat(source, bytes(` ${random.pick(words)}`));
  const token = random.below(tree.tokenCount - 2);
  const start = tree.tokenStarts[token]!;
  const end = tree.tokenEnds[token]!;
  const text = source.subarray(start, end);
  const next = source.subarray(tree.tokenStarts[token + 1]!, tree.tokenEnds[token + 1]!);
  const before = source.subarray(0, start);
  const after = source.subarray(end);
  const blank = bytes(random.oneIn(4) ? "" : " ");
  switch (random.below(6)) {
    case 0:
      return concat(before, after);
    case 1:
      return concat(before, text, blank, text, after);
    case 2:
      return concat(
        before,
        next,
        source.subarray(end, tree.tokenStarts[token + 1]!),
        text,
        source.subarray(tree.tokenEnds[token + 1]!),
      );
    case 3:
      return concat(before, bytes(random.pick(words)), blank, text, after);
    case 4:
      return concat(before, text, blank, bytes(random.pick(words)), after);
    default:
      return concat(before, bytes(random.pick(words)), after);
  }
}

/** Some words in a row. */
export function soup(random: Random): Uint8Array {
  const separator = random.oneIn(4) ? "" : " ";
  const parts: string[] = [];
  for (let count = 1 + random.below(random.oneIn(3) ? 24 : 8); count > 0; count--) {
    parts.push(random.pick(words), random.oneIn(20) ? "" : separator);
  }
  return bytes(parts.join(""));
}

function replaceBytes(source: Uint8Array, random: Random, length: number, by: string): Uint8Array {
  const at = random.below(source.length + 1);
  return concat(source.subarray(0, at), bytes(by), source.subarray(at + length));
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

function bytes(text: string): Uint8Array {
  return Buffer.from(text, "latin1");
}
