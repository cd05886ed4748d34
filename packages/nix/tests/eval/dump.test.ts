/** Dumps, with the addresses left out: they depend on what was evaluated before. */

import { expect, test } from "vitest";
import { installBuiltins } from "../../src/builtins/index.ts";
import { dump, dumpEnvironment } from "../../src/eval/memory/dump.ts";
import { dumpCode } from "../../src/eval/memory/dump-code.ts";
import { type Handle, heap } from "../../src/eval/memory/heap.ts";
import { loadText } from "../../src/eval/files/imports.ts";
import { evaluate } from "../../src/eval/machine/machine.ts";

function codeOf(text: string): number {
  installBuiltins();
  return loadText(Buffer.from(text), "text");
}

const valueOf = (text: string): Handle => evaluate(codeOf(text), 0);
const withoutNumbers = (text: string): string =>
  text.replace(/[@#]\d+/gu, (found) => `${found[0]}_`).replace(/(shape|handle) -?\d+/gu, "$1 _");

test.each([
  ["1", "integer 1"],
  ["9223372036854775807", "integer @_ 9223372036854775807"],
  ["0.5", "float @_ 0.5"],
  ["null", "null"],
  ["true", "true"],
  ['"a" + "\\n"', 'string #_ "a\\n"'],
  ["/a/b", "path #_ /a/b"],
  ["builtins.head", "builtin head"],
  ["builtins.map null", "builtin @_ map with 1 of 2 arguments\n  0 = null"],
  ["x: x", "function @_: LAMBDA @_ text:1:1 in environment @_"],
  ["[ 1 (1 + 1) ]", "list @_ of 2\n  0 = integer 1\n  1 = thunk @_ not evaluated: ADD @_ text:1:6 in environment @_"],
  [
    "let a = 1 + 1; in builtins.seq a { inherit a; b = [ a ]; }",
    "set @_ of shape _\n  a = thunk @_ → integer 2\n  b = thunk @_ not evaluated: LIST @_ text:1:51 in environment @_",
  ],
])("the value of %s", (text, expected) => expect(withoutNumbers(dump(valueOf(text)))).toBe(expected));

test("an environment", () => {
  const callee = valueOf("let a = 1; b = [ ]; in x: a + b");
  expect(withoutNumbers(dumpEnvironment(heap[(callee >>> 3) + 1]!, 2))).toBe(
    "environment @_ in @_\n  slot 0 = integer 1\n  slot 1 = list @_ of 0",
  );
});

test.each([
  [
    "1 + 2.5 * 3",
    [
      "ADD @_ text:1:1",
      "  left: CONSTANT @_ text:1:1 (handle _)",
      "  right: MULTIPLY @_ text:1:5",
      "    left: FLOAT_LITERAL @_ text:1:5 (low 0, high 1074003968)",
      "    right: CONSTANT @_ text:1:11 (handle _)",
    ],
  ],
  [
    "let a = x: { b ? 1, ... }@c: a b; inherit (a) d; in [ a d ]",
    [
      "LET @_ text:1:1",
      "  source 0: LOCAL @_ text:1:44 (slot 0)",
      "  slot 0: LAMBDA @_ text:1:9 (function a, argument x)",
      "    body: LAMBDA @_ text:1:12 (function a, argument c, { b, ... })",
      "      b: CONSTANT @_ text:1:18 (handle _)",
      "      body: APPLY @_ text:1:30",
      "        function: OUTER @_ text:1:30 (depth 2, slot 0)",
      "        argument 0: LOCAL @_ text:1:32 (slot 1)",
      "  slot 1 (in sources): SELECT @_ text:1:47 (d)",
      "    subject: LOCAL @_ text:1:47 (slot 0)",
      "  body: LIST @_ text:1:53",
      "    element 0: LOCAL @_ text:1:55 (slot 0)",
      "    element 1: LOCAL @_ text:1:57 (slot 1)",
    ],
  ],
  [
    "rec { a = with b; c; b.${a} = ./x; }",
    [
      "REC_ATTRS @_ text:1:1 (shape _)",
      "  a: WITH @_ text:1:11",
      "    scope: LOCAL @_ text:1:16 (slot 1)",
      "    body: WITH_LOOKUP @_ text:1:19 (c, depths 0)",
      "  b: COMPUTED_ATTRS @_ text:1:22 (overrides -1)",
      "    set: ATTRS @_ text:1:22 (shape _)",
      "    name 0: LOCAL @_ text:1:26 (slot 0)",
      "    value 0: PATH_LITERAL @_ text:1:31 (offset 0, length 3)",
    ],
  ],
  [
    "if a: a then x: x.y.z or 1 else assert !(1 ? a.${2}); -3",
    [
      "IF @_ text:1:1",
      "  condition: LAMBDA @_ text:1:4 (function none, argument a)",
      "    body: LOCAL @_ text:1:7 (slot 0)",
      "  then: LAMBDA @_ text:1:14 (function none, argument x)",
      "    body: SELECT_OR @_ text:1:17 (y.z)",
      "      subject: LOCAL @_ text:1:17 (slot 0)",
      "      fallback: CONSTANT @_ text:1:26 (handle _)",
      "  else: ASSERT @_ text:1:33",
      "    condition: NOT @_ text:1:40",
      "      operand: HAS @_ text:1:42 (a.computed)",
      "        subject: CONSTANT @_ text:1:42 (handle _)",
      "        name: CONSTANT @_ text:1:50 (handle _)",
      "    body: NEGATE @_ text:1:55",
      "      operand: CONSTANT @_ text:1:56 (handle _)",
    ],
  ],
  [
    '"a${"b"}" // ./a/${"c"} == __curPos',
    [
      "EQUAL @_ text:1:1",
      "  left: UPDATE @_ text:1:1",
      "    left: JOIN_STRING @_ text:1:1",
      "      piece 0: STRING_LITERAL @_ text:1:2 (offset 0, length 1)",
      "      piece 1: STRING_LITERAL @_ text:1:6 (offset 1, length 1)",
      "    right: JOIN_PATH @_ text:1:14",
      "      piece 0: PATH_LITERAL @_ text:1:14 (offset 2, length 4)",
      "      piece 1: STRING_LITERAL @_ text:1:21 (offset 6, length 1)",
      "  right: CURRENT_POSITION @_ text:1:28 (offset 27)",
    ],
  ],
])("the code of %s", (text, expected) => {
  expect(withoutNumbers(dumpCode(codeOf(text))).split("\n")).toEqual(expected);
});
