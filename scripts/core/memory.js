/** The words of `heap`: loads, stores, and moving many of them. */
import { unwrap } from "./constants.js";
import { unsigned } from "./encode.js";
import { refuse } from "./error.js";
import { emitValue } from "./expressions.js";
import { constantOf, isHeap } from "./names.js";
import { LOAD, MEMORY_COPY, MEMORY_FILL, SHL, STORE, SUB } from "./opcodes.js";

/** Whether a node is `heap[…]`. */
export function isWordOfHeap(f, node) {
  return node.type === "MemberExpression" && node.computed && isHeap(f, unwrap(node.object));
}

export function emitLoad(f, node) {
  if (!isWordOfHeap(f, node)) refuse(f.module, node, "only words of `heap` and constants of modules are members");
  access(f, LOAD, emitAddress(f, node.property));
}

/**
 * Stores into `heap[…]`.
 * @param {(emitOld: () => void) => void} emitNew writes the new value, which may be made of the old one
 * @param {"none" | "new" | "old"} wanted which value the expression has
 */
export function emitStore(f, node, emitNew, wanted) {
  const { code } = f;
  const offset = emitAddress(f, node.property);
  const value = wanted === "none" ? undefined : code.takeLocal();
  let address;
  emitNew(() => {
    // the address has been left where the store will find it, below the new value
    address = code.takeLocal();
    code.tee(address);
    code.get(address);
    access(f, LOAD, offset);
    if (wanted === "old") code.tee(value);
  });
  if (wanted === "new") code.tee(value);
  access(f, STORE, offset);
  for (const local of [address, value]) if (local !== undefined) code.giveBack(local);
  if (value !== undefined) code.get(value);
}

/** `heap.copyWithin(to, from, end)` and `heap.fill(0, from, to)`. */
export function emitBulk(f, node) {
  const { name } = node.callee.property;
  const [first, from, end] = node.arguments;
  if (node.arguments.length !== 3) refuse(f.module, node, `\`heap.${name}\` takes three arguments here`);
  if (name === "copyWithin") {
    emitBytes(f, first);
    emitRange(f, from, end, () => {});
    return f.code.put(...MEMORY_COPY);
  }
  if (name !== "fill") refuse(f.module, node, `\`heap.${name}\` is not in the language of the core`);
  const value = constantOf(f, first);
  if (value !== 0 && value !== -1) refuse(f.module, first, "`heap.fill` fills with 0 or -1 only");
  emitRange(f, from, end, () => f.code.constant(value));
  return f.code.put(...MEMORY_FILL);
}

/** The address of the words from `from` on, what `between` writes, and how many bytes there are up to `end`. */
function emitRange(f, from, end, between) {
  const { code } = f;
  const start = code.takeLocal();
  emitBytes(f, from);
  code.tee(start);
  between();
  emitBytes(f, end);
  code.get(start);
  code.put(SUB);
  code.giveBack(start);
}

/** Writes the address of `heap[index]` but for the offset in bytes, which it returns. */
function emitAddress(f, index) {
  const { rest, constant } = split(f, index);
  if (constant >= 0 && constant < 2 ** 29) {
    if (rest === undefined) f.code.constant(0);
    else emitBytes(f, rest);
    return constant * 4;
  }
  if (rest === undefined) refuse(f.module, index, `there is no word ${constant}`);
  emitBytes(f, index);
  return 0;
}

function emitBytes(f, index) {
  emitValue(f, index);
  f.code.constant(2);
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

function access(f, opcode, offset) {
  // words are aligned to 2 ** 2 bytes
  f.code.put(opcode, 2, ...unsigned(offset));
}
