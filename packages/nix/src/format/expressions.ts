/** Any expression: to its printer. */

import * as Node from "../syntax/node.ts";
import * as Token from "../syntax/token.ts";
import type { Ref } from "../syntax/tree.ts";
import { printApplication } from "./applications.ts";
import { printList, printSet } from "./collections.ts";
import * as Element from "./element.ts";
import { printLambda } from "./functions.ts";
import { printAssert, printIf, printLet, printWith } from "./keywords.ts";
import { printBinary } from "./operators.ts";
import { printParentheses } from "./parentheses.ts";
import { BRACKET, LINK, type Printer, printToken } from "./printer.ts";
import { printHasAttr, printSelect, printUnary } from "./selections.ts";
import { applicationParts } from "./shapes.ts";
import { printIndentedString, printInterpolatedPath, printString, printUri } from "./strings.ts";

/**
 * How an expression stands: `apart`; `bare`, where a list gets no group of its own because what is around it breaks
 * with it; or `wide`, which is bare, and a set is broken even if it has a single binding.
 */
export type Stance = "apart" | "bare" | "wide";

export function printExpression(printer: Printer, ref: Ref, stance: Stance = "apart"): void {
  const { tree, document } = printer;
  if (ref < 0) {
    if (tree.kind(ref) === Token.Uri) printUri(printer, ~ref);
    else printToken(printer, ~ref);
    return;
  }
  const kind = tree.kind(ref);
  const levels = levelsOf(kind);
  if (!printer.enter(ref, levels)) return;
  switch (kind) {
    case Node.String:
      printString(printer, ref);
      break;
    case Node.IndentedString:
      printIndentedString(printer, ref);
      break;
    case Node.InterpolatedPath:
      printInterpolatedPath(printer, ref);
      break;
    case Node.Paren:
      printParentheses(printer, tree.firstToken(ref), tree.child(ref, 0), printer.lastToken(ref));
      break;
    case Node.List:
      if (stance === "apart") document.open(Element.Group);
      printList(printer, ref);
      if (stance === "apart") document.close();
      break;
    case Node.AttrSet:
    case Node.LegacyLet:
      printSet(printer, ref, stance === "wide");
      break;
    case Node.Select:
      printSelect(printer, ref);
      break;
    case Node.HasAttr:
      printHasAttr(printer, ref);
      break;
    case Node.Unary:
      printUnary(printer, ref);
      break;
    case Node.Binary:
      printBinary(printer, ref);
      break;
    case Node.Apply:
    case Node.ApplyOr:
      printApplication(printer, applicationParts(printer, ref));
      break;
    case Node.Lambda:
      printLambda(printer, ref);
      break;
    case Node.With:
      printWith(printer, ref);
      break;
    case Node.Let:
      printLet(printer, ref);
      break;
    case Node.Assert:
      printAssert(printer, ref);
      break;
    default: // Node.If
      printIf(printer, ref);
  }
  printer.leave(levels);
}

/** For how many levels of nesting something counts. What is none has only brackets inside, which count. */
function levelsOf(kind: number): number {
  switch (kind) {
    case Node.Apply:
    case Node.ApplyOr:
    case Node.Select:
    case Node.HasAttr:
      return 0;
    case Node.String:
    case Node.IndentedString:
    case Node.InterpolatedPath:
    case Node.Paren:
    case Node.List:
    case Node.AttrSet:
    case Node.LegacyLet:
      return BRACKET;
    default:
      return LINK;
  }
}
