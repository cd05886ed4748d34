/** The memory, as the words of `heap` and as the bytes of `heapBytes`: loads, stores, and moving much of it. */
import { unwrap } from "./constants.js";
import { unsigned } from "./encode.js";
import { refuse } from "./error.js";
import { emitValue } from "./expressions.js";
import { constantOf, viewOf } from "./names.js";
import { LOAD, LOAD_BYTE, MEMORY_COPY, MEMORY_FILL, SHL, STORE, STORE_BYTE, SUB } from "./opcodes.js";

/** Whether a node is `heap[…]` or `heapBytes[…]`. */
export function isInMemory(f, node) {
  return node.type === "MemberExpression" && node.computed && viewOf(f, unwrap(node.object)) !== undefined;
}

export function emitLoad(f, node) {
  if (!isInMemory(f, node))
    refuse(f.module, node, "only words of `heap`, bytes of `heapBytes` and constants of modules are members");
  const view = viewOf(f, unwrap(node.object));
  access(f, view, loads, emitAddress(f, node.property, view));
}

/**
 * Stores into `heap[…]` or `heapBytes[…]`.
 * @param {(emitOld: () => void) => void} emitNew writes the new value, which may be made of the old one
 * @param {"none" | "new" | "old"} wanted which value the expression has
 */
export function emitStore(f, node, emitNew, wanted) {
  const { code } = f;
  const view = viewOf(f, unwrap(node.object));
  const offset = emitAddress(f, node.property, view);
  const value = wanted === "none" ? undefined : code.takeLocal();
  let address;
  emitNew(() => {
    // the address has been left where the store will find it, below the new value
    address = code.takeLocal();
    code.tee(address);
    code.get(address);
    access(f, view, loads, offset);
    if (wanted === "old") code.tee(value);
  });
  if (wanted === "new") code.tee(value);
  access(f, view, stores, offset);
  for (const local of [address, value]) if (local !== undefined) code.giveBack(local);
  if (value !== undefined) code.get(value);
}

/** `heap.copyWithin(to, from, end)` and `heap.fill(0, from, to)`, and those of `heapBytes`. */
export function emitBulk(f, node) {
  const view = viewOf(f, unwrap(node.callee.object));
  const name = `${view.name}.${node.callee.property.name}`;
  const [first, from, end] = node.arguments;
  if (node.arguments.length !== 3) refuse(f.module, node, `\`${name}\` takes three arguments here`);
  if (name.endsWith(".copyWithin")) {
    emitBytes(f, first, view);
    emitRange(f, view, from, end, () => {});
    return f.code.put(...MEMORY_COPY);
  }
  if (!name.endsWith(".fill")) refuse(f.module, node, `\`${name}\` is not in the language of the core`);
  const value = constantOf(f, first);
  if (value !== 0 && value !== -1) refuse(f.module, first, `\`${name}\` fills with 0 or -1 only`);
  emitRange(f, view, from, end, () => f.code.constant(value));
  return f.code.put(...MEMORY_FILL);
}

/** The address of what lies from `from` on, what `between` writes, and how many bytes there are up to `end`. */
function emitRange(f, view, from, end, between) {
  const { code } = f;
  const start = code.takeLocal();
  emitBytes(f, from, view);
  code.tee(start);
  between();
  emitBytes(f, end, view);
  code.get(start);
  code.put(SUB);
  code.giveBack(start);
}

/** Writes the address of what is at an index but for the offset in bytes, which it returns. */
function emitAddress(f, index, view) {
  const { rest, constant } = split(f, index);
  if (constant >= 0 && constant < 2 ** (31 - view.shift)) {
    if (rest === undefined) f.code.constant(0);
    else emitBytes(f, rest, view);
    return constant * 2 ** view.shift;
  }
  if (rest === undefined) refuse(f.module, index, `there is no word ${constant}`);
  emitBytes(f, index, view);
  return 0;
}

function emitBytes(f, index, { shift }) {
  emitValue(f, index);
  if (shift === 0) return;
  f.code.constant(shift);
  f.code.put(SHL);
}

/**
 * An index as a sum of a constant and the rest, which is another expression, or `undefined` if there is none. The rest must
 * not be negative, because WebAssembly adds the offset to a number without a sign: so no difference is taken apart.
 */
function split(f, expression) {
  const node = unwrap(expression);
  const known = constantOf(f, node);
  if (Number.isSafeInteger(known)) return { rest: undefined, constant: known };
  const whole = { rest: node, constant: 0 };
  if (node.type !== "BinaryExpression") return whole;
  if (node.operator === "-") {
    const { rest, constant } = split(f, node.left);
    const right = constantOf(f, node.right);
    return Number.isSafeInteger(right) ? { rest, constant: constant - right } : whole;
  }
  if (node.operator !== "+") return whole;
  const left = split(f, node.left);
  const right = split(f, node.right);
  const constant = left.constant + right.constant;
  if (left.rest === undefined || right.rest === undefined) return { rest: left.rest ?? right.rest, constant };
  return { rest: { ...node, left: left.rest, right: right.rest }, constant };
}

/** The instructions by the shift of a view, which is its alignment, too. */
const loads = { 0: LOAD_BYTE, 2: LOAD };
const stores = { 0: STORE_BYTE, 2: STORE };

function access(f, { shift }, opcodes, offset) {
  f.code.put(opcodes[shift], shift, ...unsigned(offset));
}
