/**
 * The evaluator: one `switch` over records of code. It evaluates to weak head normal form, exactly as lazily as Nix: the
 * same values are forced, in the same order.
 *
 * There is no `try` in here. Thunks and calls under way are kept on a side stack; an error leaves it as it is, and
 * whoever catches the error ({@link unwind}) restores the thunks above its own mark. The same stack is the trace.
 */

import { callMapped } from "./applications.ts";
import { applyBuiltin, builtinArity } from "./builtin.ts";
import * as Op from "../code/code.ts";
import { has, lookUp, nameOf, symbolAt } from "./look-up.ts";
import { attrs, computedAttrs, concat, openSources, recursiveAttrs, update } from "./sets.ts";
import { addValues, joinPath, joinString } from "./coerce.ts";
import { divide, multiply, negate, subtract } from "./arithmetic.ts";
import { equalValues, lessThan } from "./compare.ts";
import { hasFacts, lookAtName, lookAtNames } from "./source-facts.ts";
import { beginGathering, forgetGathered, type Gathering } from "../memory/gather.ts";
import { failAgain } from "./failures.ts";
import { explainDifference } from "../errors/difference.ts";
import { EvalError } from "../errors/errors.ts";
import { expressionText } from "../errors/expression-text.ts";
import * as Frame from "./frames.ts";
import { MOST_FRAMES, type Note } from "./frames.ts";
import {
  ATTRS,
  ATTRS_HEADER,
  allocate,
  BUILTIN_KIND,
  type Code,
  EMPTY_LIST,
  type Environment,
  FALSE,
  FLOAT_KIND,
  FUNCTION,
  type Handle,
  heap,
  kindOf,
  LARGE_INTEGER_KIND,
  LIST,
  OTHER,
  other,
  PARTIAL_KIND,
  THUNK,
  thunk,
  TRUE,
} from "../memory/heap.ts";
import { literal, positionAt } from "../code/link.ts";
import { positionValue } from "../code/positions.ts";
import { noteCall } from "../code/watched-code.ts";
import { quoteName } from "../../syntax/quote.ts";
import { describe, show } from "../errors/show.ts";
import { type Shape, shapeOf, slotOf } from "../memory/shapes.ts";
import { symbols } from "../memory/strings.ts";
import { withSuggestions } from "../errors/suggestions.ts";

// ---- what is under way

/**
 * What is under way, outermost first: thunks as their cells, and everything else as two numbers that are not positive.
 * `frames.ts` says which, and `trace.ts` reads them.
 */
const frames = new Int32Array(new SharedArrayBuffer(2 ** 25));
let frameTop = 0;
/** What some frames stand for, in their order. */
const notes: Note[] = [];

export type { Note };

/** Has a note in the trace of whatever fails until {@link leaveNote}. */
export function enterNote(note: Note): void {
  if (frameTop >= MOST_FRAMES) throw stackOverflow();
  frames[frameTop] = Frame.NOTE;
  frames[frameTop + 1] = -notes.length;
  frameTop += 2;
  notes.push(note);
}

/** Only where nothing has failed: an error leaves everything as it is. */
export function leaveNote(): void {
  frameTop -= 2;
  notes.pop();
}

/** What is under way at this moment, all of it or since a mark. */
export function underWay(since?: MachineMark): { readonly frames: Int32Array; readonly notes: readonly Note[] } {
  return { frames: frames.slice(since?.frameTop ?? 0, frameTop), notes: notes.slice(since?.noteCount ?? 0) };
}

/** Puts on top what was under way before, as far as there is room. */
export function continueWith(more: Int32Array, noteOf: (index: number) => Note): void {
  for (let index = 0; index < more.length && frameTop < MOST_FRAMES; index++) {
    const head = more[index]!;
    if (head > 0) frames[frameTop++] = head;
    else if (head === Frame.NOTE) enterNote(noteOf(-more[++index]!));
    else {
      frames[frameTop++] = head;
      frames[frameTop++] = more[++index]!;
    }
  }
}

/** Takes back what was under way above a frame, to go on from there with what an error leaves behind. */
export function unwindTo(top: number, noteCount: number): void {
  unwind({ ...markMachine(), frameTop: top, noteCount, callDepth: 0 });
}

/** Evaluates a whole file or text. */
export function evaluateRoot(code: Code): Handle {
  frames[frameTop] = Frame.ROOT;
  frames[frameTop + 1] = -code;
  frameTop += 2;
  const value = evaluate(code, 0);
  frameTop -= 2;
  return value;
}
let callDepth = 0;
let maxCallDepth = 10_000;

export function setMaxCallDepth(depth: number): void {
  maxCallDepth = depth;
}

/** Cells below this address belong to an earlier evaluation that will be returned to: see `undo.ts`. */
let trailMark = 0;
const trail: number[] = [];

export interface MachineMark {
  readonly frameTop: number;
  readonly noteCount: number;
  readonly callDepth: number;
  readonly gathering: Gathering;
}

export function markMachine(): MachineMark {
  return { frameTop, noteCount: notes.length, callDepth, gathering: beginGathering() };
}

/** Takes back what was under way since the mark: the thunks are as if nobody had asked for them. */
export function unwind(mark: MachineMark): void {
  for (let index = frameTop - 1; index >= mark.frameTop; index--) {
    const cell = frames[index]!;
    if (cell > 0 && heap[cell]! < 0) heap[cell] = -heap[cell]!;
  }
  frameTop = mark.frameTop;
  notes.length = mark.noteCount;
  callDepth = mark.callDepth;
  forgetGathered(mark.gathering);
}

/** From now on, remembers the thunks below `address` that are evaluated. */
export function startTrail(address: number): void {
  trailMark = address;
  trail.length = 0;
}

/** Makes the thunks that were evaluated since unevaluated again. */
export function undoTrail(): void {
  undoTrailTo(0);
}

function undoTrailTo(length: number): void {
  for (let index = trail.length - 3; index >= length; index -= 3) {
    heap[trail[index]!] = trail[index + 1]!;
    heap[trail[index]! + 1] = trail[index + 2]!;
  }
  trail.length = length;
}

export interface TrailMark {
  readonly address: number;
  readonly length: number;
}

/** Begins a trail in the middle of another one, which goes on where this one ends. */
export function startInnerTrail(address: number): TrailMark {
  const outer = { address: trailMark, length: trail.length };
  trailMark = address;
  return outer;
}

export function undoInnerTrail(outer: TrailMark): void {
  undoTrailTo(outer.length);
  trailMark = outer.address;
}

/** An error; what is under way is its trace. `at` is the code to point at. */
export function fail(kind: EvalError["kind"], text: string, at?: Code): EvalError {
  return new EvalError(kind, text, at);
}

// ---- values

/** The value of a thunk; anything else is its own. */
export function force(handle: Handle): Handle {
  if ((handle & 7) !== THUNK) return handle;
  const cell = handle >>> 3;
  const code = heap[cell]!;
  if (code === 0) return heap[cell + 1]!;
  return evaluateThunk(cell, code);
}

/** The value of an attribute, for a selection from a set. */
export function forceAttr(handle: Handle, selection: Code, set: number): Handle {
  if ((handle & 7) !== THUNK) return handle;
  const cell = handle >>> 3;
  const code = heap[cell]!;
  if (code === 0) return heap[cell + 1]!;
  // whoever selects takes the frame away
  frames[frameTop] = -selection;
  frames[frameTop + 1] = -set;
  frameTop += 2;
  return evaluateThunk(cell, code);
}

function evaluateThunk(cell: number, code: Code): Handle {
  if (code < 0) throw fail("infinite-recursion", "infinite recursion encountered", -code);
  const environment = heap[cell + 1]!;
  heap[cell] = -code;
  if (frameTop >= MOST_FRAMES) throw stackOverflow();
  frames[frameTop++] = cell;
  const value = evaluate(code, environment);
  frameTop--;
  if (cell < trailMark) trail.push(cell, code, environment);
  heap[cell] = 0;
  heap[cell + 1] = value;
  return value;
}

function stackOverflow(): EvalError {
  return fail("stack-overflow", "stack overflow; max-call-depth exceeded");
}

/**
 * What an argument, an attribute or an element is before anybody asks for it: a thunk, or the value where that is
 * already there.
 */
export function delay(code: Code, environment: Environment): Handle {
  switch (heap[code]) {
    case Op.CONSTANT:
      return heap[code + 1]!;
    case Op.LOCAL: {
      // a name of the same `let` or `rec` may have no value yet
      const value = heap[environment + 1 + heap[code + 1]!]!;
      return value === 0 ? thunk(code, environment) : value;
    }
    case Op.OUTER: {
      let outer = environment;
      for (let depth = heap[code + 1]!; depth > 0; depth--) outer = heap[outer]!;
      const value = heap[outer + 1 + heap[code + 2]!]!;
      return value === 0 ? thunk(code, environment) : value;
    }
    case Op.STRING_LITERAL:
    case Op.PATH_LITERAL:
      return literal(code);
    case Op.INTEGER_LITERAL:
      return other(LARGE_INTEGER_KIND, heap[code + 1]!, heap[code + 2]!);
    case Op.FLOAT_LITERAL:
      return other(FLOAT_KIND, heap[code + 1]!, heap[code + 2]!);
    case Op.LIST:
      return heap[code + 1] === 0 ? EMPTY_LIST : thunk(code, environment);
    default:
      return thunk(code, environment);
  }
}

function closure(code: Code, environment: Environment): Handle {
  const address = allocate(2);
  heap[address] = code;
  heap[address + 1] = environment;
  return (address << 3) | FUNCTION;
}

// ---- evaluation

/** The same as {@link evaluate}, for expressions that often are just a variable. */
export function operand(code: Code, environment: Environment): Handle {
  if (heap[code] === Op.LOCAL) return force(heap[environment + 1 + heap[code + 1]!]!);
  if (heap[code] === Op.OUTER) {
    let outer = environment;
    for (let depth = heap[code + 1]!; depth > 0; depth--) outer = heap[outer]!;
    return force(heap[outer + 1 + heap[code + 2]!]!);
  }
  return evaluate(code, environment);
}

export function evaluate(code: Code, environment: Environment): Handle {
  const ownFrames = frameTop;
  const ownDepth = callDepth;
  let result: Handle;
  evaluation: for (;;) {
    switch (heap[code]) {
      case Op.CONSTANT:
        result = force(heap[code + 1]!);
        break evaluation;
      case Op.LOCAL:
        result = force(heap[environment + 1 + heap[code + 1]!]!);
        break evaluation;
      case Op.OUTER: {
        let outer = environment;
        for (let depth = heap[code + 1]!; depth > 0; depth--) outer = heap[outer]!;
        result = force(heap[outer + 1 + heap[code + 2]!]!);
        break evaluation;
      }
      case Op.SELECT: {
        const subject = operand(code + heap[code + 4]!, environment);
        if ((subject & 7) !== ATTRS) throw typeError("a set", subject, code);
        const cell = subject >>> 3;
        if (heap[cell] === heap[code + 2]) {
          result = forceAttr(heap[cell + ATTRS_HEADER + heap[code + 3]!]!, code, cell);
          break evaluation;
        }
        const slot = slotOf(shapeOf(heap[cell]!), heap[code + 1]!);
        if (slot < 0) throw missing(heap[code + 1]!, subject, code);
        heap[code + 2] = heap[cell]!;
        heap[code + 3] = slot;
        result = forceAttr(heap[cell + ATTRS_HEADER + slot]!, code, cell);
        break evaluation;
      }
      case Op.APPLY: {
        if (callDepth >= maxCallDepth) throw stackOverflow();
        callDepth++;
        if (frameTop >= MOST_FRAMES) throw stackOverflow();
        const calleeFrame = frameTop + 1;
        frames[frameTop] = -code;
        frames[calleeFrame] = 0;
        frameTop += 2;
        const count = heap[code + 1]!;
        let callee = operand(code + heap[code + 2]!, environment);
        let index = 0;
        for (;;) {
          if ((callee & 7) === FUNCTION) {
            const argument = delay(code + heap[code + 3 + index]!, environment);
            const lambda = heap[callee >>> 3]!;
            frames[calleeFrame] = -lambda;
            const inner = enter(callee, lambda, argument);
            const body = lambda + heap[lambda + 1]!;
            if (++index === count) {
              code = body;
              environment = inner;
              continue evaluation;
            }
            callee = evaluate(body, inner);
          } else if ((callee & 7) === OTHER && kindOf(callee) === BUILTIN_KIND) {
            const arity = builtinArity(heap[(callee >>> 3) + 1]!);
            const taken = Math.min(arity, count - index);
            const first = delay(code + heap[code + 3 + index]!, environment);
            const second = taken > 1 ? delay(code + heap[code + 4 + index]!, environment) : 0;
            const third = taken > 2 ? delay(code + heap[code + 5 + index]!, environment) : 0;
            frames[calleeFrame] = Frame.ofBuiltin(heap[(callee >>> 3) + 1]!);
            callee =
              taken === arity ? applyBuiltin(callee, first, second, third) : partial(callee, taken, first, second);
            index += taken;
          } else {
            frames[calleeFrame] = Frame.ofOther(callee);
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
      case Op.LIST: {
        const count = heap[code + 1]!;
        if (count === 0) {
          result = EMPTY_LIST;
          break evaluation;
        }
        const address = allocate(count + 1);
        heap[address] = count;
        for (let index = 0; index < count; index++) {
          heap[address + 1 + index] = delay(code + heap[code + 2 + index]!, environment);
        }
        result = (address << 3) | LIST;
        break evaluation;
      }
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
      case Op.SELECT_OR: {
        const found = select(code, environment);
        if (found !== 0) {
          result = found;
          break evaluation;
        }
        code += heap[code + 1]!;
        continue;
      }
      case Op.ASSERT:
        if (!isTrue(code + heap[code + 1]!, environment))
          throw assertionFailed(code + heap[code + 1]!, environment, code);
        code += heap[code + 2]!;
        continue;
      default:
        result = operate(code, environment);
        break evaluation;
    }
  }
  frameTop = ownFrames;
  callDepth = ownDepth;
  return result;
}

/**
 * The operations that do not go on with another expression in their own place. They are apart from {@link evaluate}
 * because V8 compiles a function anew whenever it comes to a part that it has not seen before, and that one is dear.
 */
function operate(code: Code, environment: Environment): Handle {
  switch (heap[code]) {
    case Op.REC_ATTRS:
      return recursiveAttrs(code, environment, false);
    case Op.COMPUTED_ATTRS:
      return computedAttrs(code, environment);
    case Op.SELECT_COMPUTED: {
      // Nix evaluates the set before the name
      const subject = operand(code + heap[code + 2]!, environment);
      const symbol = nameOf(operand(code + heap[code + 1]!, environment), code);
      if ((subject & 7) !== ATTRS) throw typeError("a set", subject, code);
      const slot = slotOf(shapeOf(heap[subject >>> 3]!), symbol);
      if (slot < 0) throw missing(symbol, subject, code);
      return forceAttr(heap[(subject >>> 3) + ATTRS_HEADER + slot]!, code, subject >>> 3);
    }
    case Op.HAS:
      return has(code, environment) ? TRUE : FALSE;
    case Op.NOT:
      return isTrue(code + heap[code + 1]!, environment) ? FALSE : TRUE;
    case Op.AND:
      return isTrue(code + heap[code + 1]!, environment) && isTrue(code + heap[code + 2]!, environment) ? TRUE : FALSE;
    case Op.OR:
      return isTrue(code + heap[code + 1]!, environment) || isTrue(code + heap[code + 2]!, environment) ? TRUE : FALSE;
    case Op.IMPLIES:
      return !isTrue(code + heap[code + 1]!, environment) || isTrue(code + heap[code + 2]!, environment) ? TRUE : FALSE;
    case Op.EQUAL:
    case Op.NOT_EQUAL: {
      const wanted = heap[code] === Op.EQUAL;
      const left = operand(code + heap[code + 1]!, environment);
      const right = operand(code + heap[code + 2]!, environment);
      return equalValues(left, right, false) === wanted ? TRUE : FALSE;
    }
    case Op.LESS:
    case Op.GREATER_EQUAL: {
      const wanted = heap[code] === Op.LESS;
      const left = operand(code + heap[code + 1]!, environment);
      const right = operand(code + heap[code + 2]!, environment);
      return lessThan(left, right, code) === wanted ? TRUE : FALSE;
    }
    case Op.GREATER:
    case Op.LESS_EQUAL: {
      // Nix swaps the operands, and with them the order in which they are evaluated
      const wanted = heap[code] === Op.GREATER;
      const right = operand(code + heap[code + 2]!, environment);
      const left = operand(code + heap[code + 1]!, environment);
      return lessThan(right, left, code) === wanted ? TRUE : FALSE;
    }
    case Op.ADD:
      return addValues(code, operand(code + heap[code + 1]!, environment), code + heap[code + 2]!, environment);
    case Op.SUBTRACT: {
      const left = operand(code + heap[code + 1]!, environment);
      return subtract(left, operand(code + heap[code + 2]!, environment), code);
    }
    case Op.MULTIPLY: {
      const left = operand(code + heap[code + 1]!, environment);
      return multiply(left, operand(code + heap[code + 2]!, environment), code);
    }
    case Op.DIVIDE: {
      const left = operand(code + heap[code + 1]!, environment);
      return divide(left, operand(code + heap[code + 2]!, environment), code);
    }
    case Op.NEGATE:
      return negate(operand(code + heap[code + 1]!, environment), code);
    case Op.UPDATE: {
      const left = operand(code + heap[code + 1]!, environment);
      if ((left & 7) !== ATTRS) throw typeError("a set", left, code + heap[code + 1]!);
      const right = operand(code + heap[code + 2]!, environment);
      if ((right & 7) !== ATTRS) throw typeError("a set", right, code + heap[code + 2]!);
      return update(left, right);
    }
    case Op.CONCAT: {
      const left = operand(code + heap[code + 1]!, environment);
      const right = operand(code + heap[code + 2]!, environment);
      if ((left & 7) !== LIST) throw typeError("a list", left, code + heap[code + 1]!);
      if ((right & 7) !== LIST) throw typeError("a list", right, code + heap[code + 2]!);
      return concat(left, right);
    }
    case Op.JOIN_STRING:
      return joinString(code, environment);
    case Op.JOIN_PATH:
      return joinPath(code, environment);
    case Op.STRING_LITERAL:
    case Op.PATH_LITERAL:
      return literal(code);
    case Op.INTEGER_LITERAL:
      return other(LARGE_INTEGER_KIND, heap[code + 1]!, heap[code + 2]!);
    case Op.FLOAT_LITERAL:
      return other(FLOAT_KIND, heap[code + 1]!, heap[code + 2]!);
    case Op.CURRENT_POSITION:
      return positionValue(positionAt(code, heap[code + 1]!));
    case Op.UNDEFINED:
      throw fail("undefined-variable", `undefined variable '${symbols.name(heap[code + 1]!)}'`, code);
    case Op.MAPPED_ATTR:
      return callMapped(code, environment);
    case Op.WATCHED: {
      const result = evaluate(code + heap[code + 1]!, environment);
      noteCall(heap[code + 2]!, environment, result);
      return result;
    }
    case Op.FAILED:
      throw failAgain(environment);
    default:
      throw new Error(`no such code: ${heap[code]} at ${code}`);
  }
}

function isTrue(code: Code, environment: Environment): boolean {
  const value = operand(code, environment);
  if (value === TRUE) return true;
  if (value === FALSE) return false;
  throw typeError("a Boolean", value, code);
}

// ---- calls

/** The environment of a function's body. */
function enter(callee: Handle, lambda: Code, argument: Handle): Environment {
  const count = heap[lambda + 5]!;
  if (count < 0) {
    const inner = allocate(2);
    heap[inner] = heap[(callee >>> 3) + 1]!;
    heap[inner + 1] = argument;
    return inner;
  }
  const value = force(argument);
  if ((value & 7) !== ATTRS) throw typeError("a set", value, lambda);
  const cell = value >>> 3;
  if (hasFacts) lookAtNames(value);
  if (heap[lambda + 6] !== heap[cell]) matchFormals(lambda, shapeOf(heap[cell]!));
  const named = heap[lambda + 2]! >= 0 ? 1 : 0;
  const inner = allocate(1 + named + count);
  heap[inner] = heap[(callee >>> 3) + 1]!;
  if (named === 1) heap[inner + 1] = argument;
  for (let index = 0, word = lambda + 7, slot = inner + 1 + named; index < count; index++, word += 4, slot++) {
    const found = heap[word + 2]!;
    heap[slot] = found >= 0 ? heap[cell + ATTRS_HEADER + found]! : delay(lambda + heap[word + 1]!, inner);
  }
  return inner;
}

/** Remembers in which slots of a shape a function finds its arguments. */
function matchFormals(lambda: Code, shape: Shape): void {
  const count = heap[lambda + 5]!;
  heap[lambda + 6] = -1;
  let used = 0;
  for (let index = 0, word = lambda + 7; index < count; index++, word += 4) {
    const slot = slotOf(shape, heap[word]!);
    heap[word + 2] = slot;
    if (slot >= 0) used++;
    else if (heap[word + 1] === 0) {
      const text = `function '${functionName(lambda)}' called without required argument '${quoteName(symbols.name(heap[word]!))}'`;
      throw fail("type", text, lambda);
    }
  }
  if (heap[lambda + 4] === 0 && used !== shape.symbols.length) {
    const names = new Set<number>();
    for (let index = 0; index < count; index++) names.add(heap[lambda + 7 + index * 4]!);
    const unexpected = symbols.name(shape.symbols.find((symbol) => !names.has(symbol))!);
    const text = `function '${functionName(lambda)}' called with unexpected argument '${quoteName(unexpected)}'`;
    throw withSuggestions(fail("type", text, lambda), unexpected, [...names]);
  }
  heap[lambda + 6] = shape.id;
}

function functionName(lambda: Code): string {
  const symbol = heap[lambda + 3]!;
  return symbol < 0 ? "anonymous lambda" : symbols.name(symbol);
}

/** Calls a function with one argument. */
export function call(callee: Handle, argument: Handle): Handle {
  if (callDepth >= maxCallDepth) throw stackOverflow();
  callDepth++;
  const value = force(callee);
  const ownFrames = frameTop;
  frames[frameTop] = Frame.CALL;
  frameTop += 2;
  let result: Handle;
  if ((value & 7) === FUNCTION) {
    const lambda = heap[value >>> 3]!;
    frames[ownFrames + 1] = -lambda;
    const inner = enter(value, lambda, argument);
    result = evaluate(lambda + heap[lambda + 1]!, inner);
  } else if ((value & 7) === OTHER && kindOf(value) === BUILTIN_KIND) {
    const arity = builtinArity(heap[(value >>> 3) + 1]!);
    frames[ownFrames + 1] = Frame.ofBuiltin(heap[(value >>> 3) + 1]!);
    result = arity === 1 ? applyBuiltin(value, argument, 0, 0) : partial(value, 1, argument, 0);
  } else {
    frames[ownFrames + 1] = Frame.ofOther(value);
    result = callOther(value, argument, undefined);
  }
  frameTop = ownFrames;
  callDepth--;
  return result;
}

/** Calls a function with two arguments, as one call. */
export function call2(callee: Handle, first: Handle, second: Handle): Handle {
  if (callDepth >= maxCallDepth) throw stackOverflow();
  callDepth++;
  const value = force(callee);
  let result: Handle;
  if ((value & 7) === OTHER && kindOf(value) === BUILTIN_KIND && builtinArity(heap[(value >>> 3) + 1]!) === 2) {
    frames[frameTop] = Frame.CALL;
    frames[frameTop + 1] = Frame.ofOther(value);
    frameTop += 2;
    result = applyBuiltin(value, first, second, 0);
    frameTop -= 2;
  } else {
    // the two are one call for Nix, which counts its depth
    callDepth--;
    const rest = call(value, first);
    result = call(rest, second);
    callDepth++;
  }
  callDepth--;
  return result;
}

function callOther(callee: Handle, argument: Handle, site: Code | undefined): Handle {
  if ((callee & 7) === OTHER && kindOf(callee) === PARTIAL_KIND) return callPartial(callee, argument);
  if ((callee & 7) === ATTRS) {
    const slot = slotOf(shapeOf(heap[callee >>> 3]!), FUNCTOR);
    if (slot >= 0) return call2(heap[(callee >>> 3) + ATTRS_HEADER + slot]!, callee, argument);
  }
  const text = `attempt to call something which is not a function but ${describe(callee)}: ${show(callee)}`;
  throw fail("type", text, site);
}

const FUNCTOR = symbols.ofName("__functor");

function partial(builtin: Handle, count: number, first: Handle, second: Handle): Handle {
  const address = allocate(5);
  heap[address] = PARTIAL_KIND;
  heap[address + 1] = heap[(builtin >>> 3) + 1]!;
  heap[address + 2] = count;
  heap[address + 3] = first;
  heap[address + 4] = second;
  return (address << 3) | OTHER;
}

function callPartial(callee: Handle, argument: Handle): Handle {
  const address = callee >>> 3;
  const index = heap[address + 1]!;
  const count = heap[address + 2]!;
  const first = heap[address + 3]!;
  if (count + 1 === builtinArity(index)) {
    return count === 1
      ? applyBuiltin(callee, first, argument, 0)
      : applyBuiltin(callee, first, heap[address + 4]!, argument);
  }
  return partial(callee, count + 1, first, argument);
}

// ---- selections

/** The attribute that a `SELECT_OR` record asks for, or 0 if it is not there. */
function select(code: Code, environment: Environment): Handle {
  const ownFrames = frameTop;
  let value = evaluate(code + heap[code + 2]!, environment);
  let set = 0;
  const count = heap[code + 3]!;
  for (let index = 0, word = code + 4; index < count; index++, word += 2) {
    const symbol = symbolAt(code, word, environment);
    value = forceAttr(value, code, set);
    frameTop = ownFrames;
    if ((value & 7) !== ATTRS) return 0;
    set = value >>> 3;
    const slot = slotOf(shapeOf(heap[set]!), symbol);
    if (slot < 0) {
      lookAtName(value, symbol);
      return 0;
    }
    value = heap[set + ATTRS_HEADER + slot]!;
  }
  value = forceAttr(value, code, set);
  frameTop = ownFrames;
  return value;
}

// ---- errors

export function typeError(expected: string, value: Handle, at?: Code): EvalError {
  return fail("type", `expected ${expected} but found ${describe(value)}: ${show(value)}`, at);
}

export function missing(symbol: number, set: Handle, at: Code): EvalError {
  const name = symbols.name(symbol);
  const error = fail("eval", `attribute '${quoteName(name)}' missing`, at);
  return withSuggestions(error, name, shapeOf(heap[set >>> 3]!).symbols);
}

/** Nix says what the condition was, and for a comparison what the difference is. */
function assertionFailed(condition: Code, environment: Environment, at: Code): EvalError {
  if (heap[condition] === Op.EQUAL) {
    const left = evaluate(condition + heap[condition + 1]!, environment);
    const right = evaluate(condition + heap[condition + 2]!, environment);
    const difference = explainDifference(left, right);
    if (difference !== undefined) return fail("assertion", difference, at);
  }
  return fail("assertion", `assertion '${expressionText(condition)}' failed`, at);
}
