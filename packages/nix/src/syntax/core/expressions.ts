/** What may stand between brackets. */

import { AT, DEPTH, KIND, MAX_DEPTH } from "../layout.ts";
import { heap } from "../memory.ts";
import * as Node from "../node.ts";
import * as Token from "../token.ts";
import { NONE, type Ref } from "../tree.ts";
import { bindings } from "./bindings.ts";
import { closeWithFirst, node2, node3, open, push } from "./build.ts";
import { expect, tooDeep } from "./complain.ts";
import { atLambda, lambda } from "./functions.ts";
import { advance, peek } from "./moving.ts";
import { operators } from "./operators.ts";

/** A function, `if`, `let`, `with`, `assert`, or operators. */
export function expression(): Ref {
  const depth = heap[DEPTH]!;
  if (depth >= heap[MAX_DEPTH]!) return tooDeep();
  heap[DEPTH] = depth + 1;
  const ref = anyExpression();
  heap[DEPTH]!--;
  return ref;
}

function anyExpression(): Ref {
  switch (heap[KIND]) {
    case Token.If:
      return conditional();
    case Token.Assert:
      return scoped(Node.Assert);
    case Token.With:
      return scoped(Node.With);
    case Token.Let:
      return peek() === Token.OpenBrace ? operators() : letIn();
    default:
      return atLambda() ? lambda() : operators();
  }
}

function conditional(): Ref {
  const first = advance();
  const condition = expression();
  expect(Token.Then);
  const consequence = expression();
  expect(Token.Else);
  const alternative = expression();
  return node3(Node.If, first, heap[AT]!, condition, consequence, alternative);
}

/** `with scope; body` and `assert condition; body` */
function scoped(kind: Node.NodeKind): Ref {
  const first = advance();
  const head = expression();
  expect(Token.Semicolon);
  const body = expression();
  return node2(kind, first, heap[AT]!, head, body);
}

function letIn(): Ref {
  const first = advance();
  const opened = open();
  push(NONE); // the body comes first in the record and last in the file
  bindings(Token.In);
  expect(Token.In);
  const body = expression();
  return closeWithFirst(Node.Let, first, heap[AT]!, opened, body);
}
