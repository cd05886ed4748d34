/** Records of code as text, for debugging: one line each, with where it was made from, and below it its children. */

import * as Op from "../code/code.ts";
import { type Code, heap } from "./heap.ts";
import { placeOfCode } from "../code/link.ts";
import { shapeOf } from "./shapes.ts";
import { symbols } from "./strings.ts";

export function dumpCode(code: Code, levels = Infinity): string {
  return linesOf("", code, levels).join("\n");
}

/** `OPERATION @address file:line:column` */
export function codeTitle(code: Code): string {
  const place = placeOfCode(code);
  const where = place === undefined ? "" : ` ${place.origin.name}:${place.line}:${place.column}`;
  return `${operationNames.get(heap[code]!) ?? `no operation (${heap[code]})`} @${code}${where}`;
}

/** The environments of values share small numbers with operations. */
const operationNames = new Map(
  Object.entries(Op)
    .filter(([name]) => !name.startsWith("IN_"))
    .map(([name, number]) => [number, name]),
);

interface Record {
  readonly words?: string;
  readonly children?: readonly (readonly [label: string, child: Code])[];
}

function linesOf(label: string, code: Code, levels: number): string[] {
  const { words = "", children = [] } = recordAt(code);
  const line = `${label}${codeTitle(code)}${words === "" ? "" : ` (${words})`}`;
  if (levels <= 1) return [line];
  return [
    line,
    ...children.flatMap(([name, child]) => linesOf(`${name}: `, child, levels - 1).map((each) => `  ${each}`)),
  ];
}

function recordAt(code: Code): Record {
  const word = (index: number): number => heap[code + index]!;
  const child = (index: number): Code => code + word(index);
  const name = (symbol: number): string => (symbol < 0 ? "none" : symbols.name(symbol));
  const indices = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
  const numbered = (label: string, from: number, count: number): [string, Code][] =>
    indices(count).map((index) => [`${label} ${index}`, child(from + index)]);
  /** The names of a path, of which some are computed. */
  const path = (from: number): Required<Record> => {
    const pairs = indices(word(from)).map((index) => from + 1 + index * 2);
    return {
      words: pairs.map((at) => (word(at) < 0 ? "computed" : name(word(at)))).join("."),
      children: pairs.filter((at) => word(at) < 0).map((at) => ["name", child(at + 1)]),
    };
  };
  switch (heap[code]) {
    case Op.CONSTANT:
      return { words: `handle ${word(1)}` };
    case Op.STRING_LITERAL:
    case Op.PATH_LITERAL:
      return { words: `offset ${word(1)}, length ${word(2)}` };
    case Op.INTEGER_LITERAL:
    case Op.FLOAT_LITERAL:
      return { words: `low ${word(1)}, high ${word(2)}` };
    case Op.LOCAL:
      return { words: `slot ${word(1)}` };
    case Op.OUTER:
      return { words: `depth ${word(1)}, slot ${word(2)}` };
    case Op.WITH_LOOKUP:
      return {
        words: `${name(word(1))}, depths ${indices(word(2))
          .map((index) => word(3 + index))
          .join(" ")}`,
      };
    case Op.SELECT:
      return { words: name(word(1)), children: [["subject", child(4)]] };
    case Op.SELECT_COMPUTED:
      return {
        children: [
          ["name", child(1)],
          ["subject", child(2)],
        ],
      };
    case Op.SELECT_OR: {
      const { words, children } = path(3);
      return { words, children: [["subject", child(2)], ...children, ["fallback", child(1)]] };
    }
    case Op.HAS: {
      const { words, children } = path(2);
      return { words, children: [["subject", child(1)], ...children] };
    }
    case Op.APPLY:
      return { children: [["function", child(2)], ...numbered("argument", 3, word(1))] };
    case Op.LAMBDA: {
      const formals = indices(Math.max(0, word(5))).map((index) => 7 + index * 4);
      const written = formals.map((at) => name(word(at))).concat(word(4) === 1 ? ["..."] : []);
      return {
        words: `function ${name(word(3))}, argument ${name(word(2))}${word(5) < 0 ? "" : `, { ${written.join(", ")} }`}`,
        children: [
          ...formals.filter((at) => word(at + 1) !== 0).map((at): [string, Code] => [name(word(at)), child(at + 1)]),
          ["body", child(1)],
        ],
      };
    }
    case Op.ATTRS:
    case Op.REC_ATTRS: {
      const first = 5 + word(2);
      // as long as nobody has asked for the set, symbols stand in the places of the slots
      const symbolAt = (at: number): number => (word(1) < 0 ? word(at) : shapeOf(word(1)).symbols[word(at)]!);
      const values = indices(word(3)).map((index): [string, Code] => {
        const at = first + index * 2;
        return [`${name(symbolAt(at + 1))}${inEnvironment(word(at))}`, code + (word(at) >> 2)];
      });
      return { words: `shape ${word(1)}`, children: [...numbered("source", 5, word(2)), ...values] };
    }
    case Op.COMPUTED_ATTRS: {
      const pairs = indices(word(3)).flatMap((index): [string, Code][] => [
        [`name ${index}`, child(4 + index * 3)],
        [`value ${index}`, child(5 + index * 3)],
      ]);
      return { words: `overrides ${word(2)}`, children: [["set", child(1)], ...pairs] };
    }
    case Op.LET: {
      const first = 4 + word(2);
      const values = indices(word(3)).map((index): [string, Code] => {
        const packed = word(first + index);
        return [`slot ${index}${inEnvironment(packed)}`, code + (packed >> 2)];
      });
      return { children: [...numbered("source", 4, word(2)), ...values, ["body", child(1)]] };
    }
    case Op.LIST:
      return { children: numbered("element", 2, word(1)) };
    case Op.JOIN_STRING:
    case Op.JOIN_PATH:
      return { children: numbered("piece", 2, word(1)) };
    case Op.IF:
      return {
        children: [
          ["condition", child(1)],
          ["then", child(2)],
          ["else", child(3)],
        ],
      };
    case Op.ASSERT:
      return {
        children: [
          ["condition", child(1)],
          ["body", child(2)],
        ],
      };
    case Op.WITH:
      return {
        children: [
          ["scope", child(1)],
          ["body", child(2)],
        ],
      };
    case Op.NOT:
    case Op.NEGATE:
      return { children: [["operand", child(1)]] };
    case Op.WATCHED:
      return { children: [["body", child(1)]] };
    case Op.CURRENT_POSITION:
      return { words: `offset ${word(1)}` };
    case Op.MAPPED_ATTR:
      return { words: `slot ${word(1)}` };
    case Op.UNDEFINED:
      return { words: name(word(1)) };
    default:
      if (!operationNames.has(heap[code]!)) return {};
      return {
        children: [
          ["left", child(1)],
          ["right", child(2)],
        ],
      };
  }
}

function inEnvironment(packed: number): string {
  const kind = packed & 3;
  return kind === Op.IN_OWN ? "" : kind === Op.IN_SOURCES ? " (in sources)" : " (outside)";
}
