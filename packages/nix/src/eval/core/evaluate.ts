/**
 * The evaluator: one `switch` over records of code. It evaluates to weak head normal form, exactly as lazily as Nix: the
 * same values are forced, in the same order.
 *
 * What is in this folder is compiled to WebAssembly (`scripts/core`), which is as fast with the first evaluation as with the
 * hundredth. It is written in the part of TypeScript that has numbers alone: all of the evaluator's state is words of the
 * memory, and what needs more than words (texts, errors, files, most builtins) is called, and lies elsewhere.
 *
 * An error leaves what is under way as it is, and whoever catches the error (`unwind`) restores the thunks above its own
 * mark. The same words are the trace.
 */

import * as Op from "../code/code.ts";
import { ofBuiltin, ofOther } from "../machine/frames.ts";
import {
  ATTRS,
  ATTRS_HEADER,
  allocate,
  BUILTIN_KIND,
  CALL_DEPTH,
  type Code,
  EMPTY_LIST,
  type Environment,
  FALSE,
  FRAME_TOP,
  FUNCTION,
  type Handle,
  heap,
  kindOf,
  LAST_FRAME,
  LIST,
  MAX_CALL_DEPTH,
  OTHER,
  TRUE,
} from "../memory/words.ts";
import { raiseAssertion, raiseNotABoolean, raiseNotASet, raiseStackOverflow } from "../machine/raise.ts";
import { applyBuiltin } from "./builtins.ts";
import { callOther, enter, partial } from "./calls.ts";
import { operate } from "./operate.ts";
import { lookUp, select, selectedSlot } from "./select.ts";
import { attrs, openSources } from "./sets.ts";
import { closure, delay, force, forceAttr, outer } from "./values.ts";

/** The same as {@link evaluate}, for expressions that often are just a variable. */
export function operand(code: Code, environment: Environment): Handle {
  if (heap[code] === Op.LOCAL) return force(heap[environment + 1 + heap[code + 1]!]!);
  if (heap[code] === Op.OUTER) return force(heap[outer(environment, heap[code + 1]!) + 1 + heap[code + 2]!]!);
  return evaluate(code, environment);
}

export function evaluate(start: Code, startEnvironment: Environment): Handle {
  const ownFrames = heap[FRAME_TOP]!;
  const ownDepth = heap[CALL_DEPTH]!;
  let code = start;
  let environment = startEnvironment;
  let result = 0;
  evaluation: for (;;) {
    switch (heap[code]) {
      case Op.CONSTANT:
        result = force(heap[code + 1]!);
        break evaluation;
      case Op.LOCAL:
        result = force(heap[environment + 1 + heap[code + 1]!]!);
        break evaluation;
      case Op.OUTER:
        result = force(heap[outer(environment, heap[code + 1]!) + 1 + heap[code + 2]!]!);
        break evaluation;
      case Op.SELECT: {
        const subject = operand(code + heap[code + 4]!, environment);
        if ((subject & 7) !== ATTRS) raiseNotASet(subject, code);
        const cell = subject >>> 3;
        const slot = heap[cell] === heap[code + 2] ? heap[code + 3]! : selectedSlot(code, subject);
        result = forceAttr(heap[cell + ATTRS_HEADER + slot]!, code, cell);
        break evaluation;
      }
      case Op.APPLY: {
        if (heap[CALL_DEPTH]! >= heap[MAX_CALL_DEPTH]!) raiseStackOverflow();
        heap[CALL_DEPTH] = heap[CALL_DEPTH]! + 1;
        const frame = heap[FRAME_TOP]!;
        if (frame >= LAST_FRAME) raiseStackOverflow();
        heap[frame] = -code;
        heap[frame + 1] = 0;
        heap[FRAME_TOP] = frame + 2;
        const count = heap[code + 1]!;
        let callee = operand(code + heap[code + 2]!, environment);
        let index = 0;
        for (;;) {
          if ((callee & 7) === FUNCTION) {
            const argument = delay(code + heap[code + 3 + index]!, environment);
            const lambda = heap[callee >>> 3]!;
            heap[frame + 1] = -lambda;
            const inner = enter(callee, lambda, argument);
            const body = lambda + heap[lambda + 1]!;
            index++;
            if (index === count) {
              code = body;
              environment = inner;
              continue evaluation;
            }
            callee = evaluate(body, inner);
          } else if ((callee & 7) === OTHER && kindOf(callee) === BUILTIN_KIND) {
            const arity = heap[(callee >>> 3) + 2]!;
            const taken = arity < count - index ? arity : count - index;
            const first = delay(code + heap[code + 3 + index]!, environment);
            const second = taken > 1 ? delay(code + heap[code + 4 + index]!, environment) : 0;
            const third = taken > 2 ? delay(code + heap[code + 5 + index]!, environment) : 0;
            heap[frame + 1] = ofBuiltin(heap[(callee >>> 3) + 1]!);
            callee =
              taken === arity ? applyBuiltin(callee, first, second, third) : partial(callee, taken, first, second);
            index += taken;
          } else {
            heap[frame + 1] = ofOther(callee);
            callee = callOther(callee, delay(code + heap[code + 3 + index]!, environment), code);
            index++;
          }
          if (index === count) {
            result = callee;
            break evaluation;
          }
        }
      }
      // oxlint-disable-next-line no-fallthrough -- the loop above ends by break or continue
      case Op.LAMBDA:
        result = closure(code, environment);
        break evaluation;
      case Op.LET: {
        const count = heap[code + 3]!;
        const inner = allocate(count + 1);
        heap[inner] = environment;
        const sourceCount = heap[code + 2]!;
        const sources = sourceCount === 0 ? 0 : openSources(code, code + 4, sourceCount, inner);
        for (let index = 0, word = code + 4 + sourceCount; index < count; index++, word++) {
          const child = heap[word]!;
          const own = (child & 3) === Op.IN_OWN ? inner : (child & 3) === Op.IN_SOURCES ? sources : environment;
          heap[inner + 1 + index] = delay(code + (child >> 2), own);
        }
        code += heap[code + 1]!;
        environment = inner;
        continue;
      }
      case Op.ATTRS:
        result = attrs(code, environment);
        break evaluation;
      case Op.LIST:
        result = list(code, environment);
        break evaluation;
      case Op.IF:
        code += isTrue(code + heap[code + 1]!, environment) ? heap[code + 2]! : heap[code + 3]!;
        continue;
      case Op.WITH: {
        const inner = allocate(2);
        heap[inner] = environment;
        heap[inner + 1] = delay(code + heap[code + 1]!, environment);
        code += heap[code + 2]!;
        environment = inner;
        continue;
      }
      case Op.WITH_LOOKUP:
        result = lookUp(code, environment);
        break evaluation;
      case Op.SELECT_OR:
        result = select(code, environment);
        if (result !== 0) break evaluation;
        code += heap[code + 1]!;
        continue;
      case Op.ASSERT:
        if (!isTrue(code + heap[code + 1]!, environment)) raiseAssertion(code + heap[code + 1]!, environment, code);
        code += heap[code + 2]!;
        continue;
      default:
        result = operate(code, environment);
        break evaluation;
    }
  }
  heap[FRAME_TOP] = ownFrames;
  heap[CALL_DEPTH] = ownDepth;
  return result;
}

function list(code: Code, environment: Environment): Handle {
  const count = heap[code + 1]!;
  if (count === 0) return EMPTY_LIST;
  const address = allocate(count + 1);
  heap[address] = count;
  for (let index = 0; index < count; index++) {
    heap[address + 1 + index] = delay(code + heap[code + 2 + index]!, environment);
  }
  return (address << 3) | LIST;
}

export function isTrue(code: Code, environment: Environment): boolean {
  const value = operand(code, environment);
  if (value === TRUE) return true;
  if (value !== FALSE) raiseNotABoolean(value, code);
  return false;
}
