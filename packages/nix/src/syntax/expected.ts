/**
 * What could stand where something else does, as a number: the kind of a token, or one of these. The parser tells its
 * complaints in numbers.
 */

import * as Token from "./token.ts";

export type Expected = number;

export const NOTHING_ELSE: Expected = 100;
export const EXPRESSION: Expected = 101;
export const ELEMENT: Expected = 102;
export const NAME: Expected = 103;
export const NAME_OR_SEMICOLON: Expected = 104;
export const FORMAL: Expected = 105;
export const END_OF_FORMAL: Expected = 106;
export const BINDING: Expected = 107;
export const BINDING_OF_LET: Expected = 108;
export const END_OF_PATH: Expected = 109;

const texts: Readonly<Record<Expected, readonly string[]>> = {
  [NOTHING_ELSE]: [],
  [EXPRESSION]: ["an expression"],
  [ELEMENT]: ["an expression", "]"],
  [NAME]: ["a name"],
  [NAME_OR_SEMICOLON]: ["a name", ";"],
  [FORMAL]: ["a name", "...", "}"],
  [END_OF_FORMAL]: [",", "}"],
  [BINDING]: ["a name", "inherit", "}"],
  [BINDING_OF_LET]: ["a name", "inherit", "in"],
  [END_OF_PATH]: [".", "="],
};

export function expectedTexts(expected: Expected): readonly string[] {
  return texts[expected] ?? [Token.tokenName(expected)];
}
