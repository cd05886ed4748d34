/** The binary format of WebAssembly: https://webassembly.github.io/spec/core/binary/ */
import { I32 } from "./opcodes.js";

/** A number without a sign, seven bits a byte. */
export function unsigned(value) {
  const bytes = [];
  for (; value > 0x7f; value = Math.floor(value / 128)) bytes.push((value % 128) | 0x80);
  bytes.push(value);
  return bytes;
}

/** A 32-bit number with a sign, likewise. */
export function signed(value) {
  const bytes = [];
  for (; value > 63 || value < -64; value >>= 7) bytes.push((value & 0x7f) | 0x80);
  bytes.push(value & 0x7f);
  return bytes;
}

/**
 * A whole module with one imported memory that is shared.
 * @param {object} parts
 * @param {{ initial: number, maximum: number }} parts.pages how large the memory is at first, and how large it may become
 * @param {{ as: string, parameters: unknown[], hasResult: boolean }[]} parts.imports
 * @param {{ name: string, parameters: unknown[], hasResult: boolean, locals: number, bytes: number[] }[]} parts.functions
 * @param {{ as: string, index: number }[]} parts.exports
 */
export function encodeModule({ pages, imports, functions, exports }) {
  const types = new Map();
  const typeOf = ({ parameters, hasResult }) => {
    const key = `${parameters.length} ${hasResult}`;
    if (!types.has(key)) types.set(key, { index: types.size, bytes: functionType(parameters.length, hasResult) });
    return unsigned(types.get(key).index);
  };
  const memory = [
    ...text("core"),
    ...text("memory"),
    0x02,
    0x03,
    ...unsigned(pages.initial),
    ...unsigned(pages.maximum),
  ];
  const imported = imports.map((one) => [...text("core"), ...text(one.as), 0x00, ...typeOf(one)]);
  const declared = functions.map(typeOf);
  const exported = exports.map(({ as, index }) => [...text(as), 0x00, ...unsigned(index)]);
  const names = [...imports.map(({ as }) => as), ...functions.map(({ name }) => name)];
  return Uint8Array.from(
    [
      [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      section(1, vector([...types.values()].map(({ bytes }) => bytes))),
      section(2, vector([memory, ...imported])),
      section(3, vector(declared)),
      section(7, vector(exported)),
      section(10, vector(functions.map(body))),
      section(0, [...text("name"), ...section(1, vector(names.map((name, at) => [...unsigned(at), ...text(name)])))]),
    ].flat(),
  );
}

function functionType(parameters, hasResult) {
  return [0x60, ...vector(Array.from({ length: parameters }, () => [I32])), ...vector(hasResult ? [[I32]] : [])];
}

function body({ locals, bytes }) {
  const declared = vector(locals === 0 ? [] : [[...unsigned(locals), I32]]);
  return [...unsigned(declared.length + bytes.length), ...declared, ...bytes];
}

function section(id, bytes) {
  return [id, ...unsigned(bytes.length), ...bytes];
}

function vector(items) {
  return [...unsigned(items.length), ...items.flat()];
}

function text(string) {
  const bytes = Buffer.from(string);
  return [...unsigned(bytes.length), ...bytes];
}
