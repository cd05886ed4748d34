/** The instructions of one function while they are written, and its locals. */
import { signed, unsigned } from "./encode.js";
import { BLOCK, BR, CALL, CONST, EMPTY, END, LOCAL_GET, LOCAL_SET, LOCAL_TEE } from "./opcodes.js";

export class Code {
  /** Bytes, and `{ callee }` where the index of a function belongs, which nobody knows before all are compiled. */
  parts = [];
  /** How many blocks are open. */
  #depth = 0;
  #free = [];

  /** @param {number} parameters the first locals */
  constructor(parameters) {
    this.parameters = parameters;
    this.localCount = parameters;
  }

  put(...bytes) {
    this.parts.push(...bytes);
  }

  constant(value) {
    this.put(CONST, ...signed(value));
  }

  call(callee) {
    this.put(CALL, { callee });
  }

  get(local) {
    this.put(LOCAL_GET, ...unsigned(local));
  }

  set(local) {
    this.put(LOCAL_SET, ...unsigned(local));
  }

  tee(local) {
    this.put(LOCAL_TEE, ...unsigned(local));
  }

  /** Opens a block, and returns it for {@link branch}. */
  open(opcode = BLOCK, type = EMPTY) {
    this.put(opcode, type);
    return this.#depth++;
  }

  close() {
    this.put(END);
    this.#depth--;
  }

  /** Goes to the end of a block, or to the start of a loop. */
  branch(block, opcode = BR) {
    this.put(opcode, ...this.label(block));
  }

  label(block) {
    return unsigned(this.#depth - 1 - block);
  }

  /** A local that nobody uses at the time: with few of them, frames are small, and recursion goes deep. */
  takeLocal() {
    return this.#free.pop() ?? this.localCount++;
  }

  giveBack(local) {
    this.#free.push(local);
  }

  /** The bytes of the whole body. */
  bytes(indexOf) {
    return [...this.parts.flatMap((part) => (typeof part === "number" ? part : unsigned(indexOf(part.callee)))), END];
  }
}
