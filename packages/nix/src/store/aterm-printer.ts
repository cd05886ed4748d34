/**
 * Writes store derivations. A derivation is hashed up to three times, each time with other outputs and inputs in front
 * but with the same sources, arguments and environment, which make up nearly all of it: so that part is escaped once,
 * as bytes, with holes where the environment names the output paths.
 */

import type { BuilderEnvironment } from "./builder-environment.ts";
import { methodPrefix, printMethodAndAlgorithm } from "./content-address.ts";
import { encodeBase16 } from "./base16.ts";
import {
  type Derivation,
  type DerivationOutput,
  hasDynamicInputs,
  outputPath,
  type UsedOutputs,
} from "./derivation.ts";

/** The text of a derivation's file, as bytes. */
export function printDerivation(folder: string, derivation: Derivation): string {
  return printer
    .begin(derivation)
    .write(printOutputs(folder, derivation), derivation.inputDerivations)
    .toString("latin1");
}

/** Outputs as they stand in the file. */
export function printOutputs(folder: string, { name: derivation, outputs }: Derivation): string {
  return printEach(outputs, (name, output) => {
    const path = outputPath(folder, derivation, name, output) ?? "";
    return `("${name}","${path}",${printOutputKind(output)})`;
  });
}

/** Outputs without their paths, as they are hashed to make the paths. */
export function printMaskedOutputs({ outputs }: Derivation): string {
  return printEach(outputs, (name, output) => `("${name}","",${printOutputKind(output)})`);
}

function printOutputKind(output: DerivationOutput): string {
  switch (output.kind) {
    case "input-addressed":
    case "deferred":
      return '"",""';
    case "fixed": {
      const { method, hash } = output.content;
      return `"${printMethodAndAlgorithm(method, hash.algorithm)}","${encodeBase16(hash.bytes)}"`;
    }
    case "floating":
      return `"${methodPrefix(output.method)}${output.algorithm}",""`;
    case "impure":
      return `"${methodPrefix(output.method)}${output.algorithm}","impure"`;
  }
}

function printUsedOutputs({ outputs, dynamic }: UsedOutputs): string {
  const names = printNames(outputs);
  if (dynamic === undefined || dynamic.size === 0) return names;
  return `(${names},${printEach(dynamic, (output, used) => `("${output}",${printUsedOutputs(used)})`)})`;
}

function printEach<Value>(
  map: Iterable<readonly [string, Value]>,
  print: (key: string, value: Value) => string,
): string {
  let text = "[";
  for (const [key, value] of map) text += text === "[" ? print(key, value) : `,${print(key, value)}`;
  return `${text}]`;
}

/** Names and paths hold nothing that Nix would escape. */
function printNames(names: readonly string[]): string {
  if (names.length === 1) return `["${names[0]}"]`;
  return names.length === 0 ? "[]" : `["${names.join('","')}"]`;
}

const QUOTE = 34;
const COMMA = 44;
const CLOSE = 41;
const BACKSLASH = 92;

/** What follows the backslash for a byte that is escaped, or 0. */
const escapes = new Uint8Array(256);
escapes[QUOTE] = QUOTE;
escapes[BACKSLASH] = BACKSLASH;
for (const [byte, letter] of ["\nn", "\rr", "\tt"]) escapes[byte!.charCodeAt(0)] = letter!.charCodeAt(0);

/** Below this, asking a string for its characters one by one is faster than having it copied. */
const SHORT = 24;

/** Bytes that grow, and remember where in them something is still to be put in. */
class Bytes {
  #bytes = Buffer.allocUnsafeSlow(64 * 1024);
  length = 0;

  /** Valid until the next time something is added. */
  view(from = 0): Buffer {
    return this.#bytes.subarray(from, this.length);
  }

  byte(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.length++] = byte;
  }

  plain(text: string): void {
    this.#reserve(text.length);
    if (text.length < SHORT) {
      for (let at = 0; at < text.length; at++) this.#bytes[this.length++] = text.charCodeAt(at);
    } else {
      this.length += this.#bytes.write(text, this.length, "latin1");
    }
  }

  copy(from: Bytes, start: number, end: number): void {
    this.#reserve(end - start);
    this.length += from.#bytes.copy(this.#bytes, this.length, start, end);
  }

  /** A string in quotes, escaped. */
  quoted(text: string): void {
    const size = text.length;
    this.#reserve(size * 2 + 2);
    const bytes = this.#bytes;
    let to = this.length;
    bytes[to++] = QUOTE;
    if (size < SHORT) {
      for (let at = 0; at < size; at++) {
        const byte = text.charCodeAt(at);
        const letter = escapes[byte]!;
        if (letter === 0) bytes[to++] = byte;
        else {
          bytes[to++] = BACKSLASH;
          bytes[to++] = letter;
        }
      }
    } else {
      // Copied to the far end of the reserved place, the text can never be overtaken by its escaped form.
      let from = to + size;
      bytes.write(text, from, "latin1");
      for (const end = from + size; from < end; from++) {
        const byte = bytes[from]!;
        const letter = escapes[byte]!;
        if (letter === 0) bytes[to++] = byte;
        else {
          bytes[to++] = BACKSLASH;
          bytes[to++] = letter;
        }
      }
    }
    bytes[to++] = QUOTE;
    this.length = to;
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow((this.length + more) * 2);
    this.#bytes.copy(larger, 0, 0, this.length);
    this.#bytes = larger;
  }
}

/** Writes one derivation in its several forms. There is one of it, so that its buffers grow to fit only once. */
class Printer {
  readonly #rest = new Bytes();
  readonly #whole = new Bytes();
  #head = "";
  #env: BuilderEnvironment | undefined;
  #holes: { readonly name: string; readonly at: number }[] = [];

  /** Takes a derivation; what it returns writes that one, until the next is taken. */
  begin(derivation: Derivation): this {
    this.#head = hasDynamicInputs(derivation) ? 'DrvWithVersion("xp-dyn-drv",' : "Derive(";
    this.#env = derivation.env;
    this.#holes = [];
    const rest = this.#rest;
    rest.length = 0;
    rest.plain(",[");
    derivation.inputSources.forEach((source, index) => {
      rest.plain(index === 0 ? '"' : ',"');
      rest.plain(source);
      rest.byte(QUOTE);
    });
    rest.plain(`],"${derivation.system}",`);
    rest.quoted(derivation.builder);
    rest.plain(",[");
    let first = true;
    for (const argument of derivation.args) {
      if (!first) rest.byte(COMMA);
      first = false;
      rest.quoted(argument);
    }
    rest.plain("],[");
    const { names, values } = derivation.env;
    for (let index = 0; index < names.length; index++) {
      const name = names[index]!;
      rest.plain(index === 0 ? "(" : ",(");
      rest.quoted(name);
      rest.byte(COMMA);
      if (derivation.outputs.has(name)) this.#holes.push({ name, at: rest.length });
      else rest.quoted(values[index]!);
      rest.byte(CLOSE);
    }
    rest.plain("])");
    return this;
  }

  /**
   * The bytes of the derivation, valid until the next are written. What the environment says of its outputs is as in the
   * derivation, or as given here.
   */
  write(
    outputs: string,
    inputs: Iterable<readonly [string, UsedOutputs]>,
    valueOf: (output: string) => string = (output) => this.#env!.get(output)!,
  ): Buffer {
    const whole = this.#whole;
    whole.length = 0;
    whole.plain(`${this.#head}${outputs},[`);
    let separator = '("';
    for (const [input, used] of inputs) {
      whole.plain(separator);
      whole.plain(input);
      whole.plain(`",${printUsedOutputs(used)})`);
      separator = ',("';
    }
    whole.plain("]");
    let from = 0;
    for (const { name, at } of this.#holes) {
      whole.copy(this.#rest, from, at);
      whole.quoted(valueOf(name));
      from = at;
    }
    whole.copy(this.#rest, from, this.#rest.length);
    return whole.view();
  }
}

export const printer = new Printer();
