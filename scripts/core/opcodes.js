/** The instructions of WebAssembly that the core needs, by their bytes. */

export const UNREACHABLE = 0x00;
export const BLOCK = 0x02;
export const LOOP = 0x03;
export const IF = 0x04;
export const ELSE = 0x05;
export const END = 0x0b;
export const BR = 0x0c;
export const BR_IF = 0x0d;
export const BR_TABLE = 0x0e;
export const RETURN = 0x0f;
export const CALL = 0x10;
export const DROP = 0x1a;
export const SELECT = 0x1b;
export const LOCAL_GET = 0x20;
export const LOCAL_SET = 0x21;
export const LOCAL_TEE = 0x22;
export const LOAD = 0x28;
export const LOAD_BYTE = 0x2d;
export const STORE = 0x36;
export const STORE_BYTE = 0x3a;
export const CONST = 0x41;
export const EQZ = 0x45;
export const ADD = 0x6a;
export const SUB = 0x6b;
export const MUL = 0x6c;
export const AND = 0x71;
export const XOR = 0x73;
export const SHL = 0x74;
export const LT_S = 0x48;
export const GT_S = 0x4a;
export const MEMORY_COPY = [0xfc, 0x0a, 0x00, 0x00];
export const MEMORY_FILL = [0xfc, 0x0b, 0x00];

/** The type i32, and that of a block without a result. */
export const I32 = 0x7f;
export const EMPTY = 0x40;

export const arithmetic = {
  "+": ADD,
  "-": SUB,
  "*": MUL,
  "&": AND,
  "|": 0x72,
  "^": XOR,
  "<<": SHL,
  ">>": 0x75,
  ">>>": 0x76,
};

/** Of each comparison: the instruction, that for numbers without a sign, and the comparison that is its opposite. */
export const comparisons = {
  "===": { signed: 0x46, unsigned: 0x46, opposite: "!==" },
  "!==": { signed: 0x47, unsigned: 0x47, opposite: "===" },
  "<": { signed: LT_S, unsigned: 0x49, opposite: ">=" },
  ">": { signed: GT_S, unsigned: 0x4b, opposite: "<=" },
  "<=": { signed: 0x4c, unsigned: 0x4d, opposite: ">" },
  ">=": { signed: 0x4e, unsigned: 0x4f, opposite: "<" },
};
