/** From the bytes of a file to code in the heap. */

import type { Tree } from "../../syntax/tree.ts";
import { parse } from "../../syntax/parser.ts";
import { analyze } from "../../syntax/scope/analyze.ts";
import { compile, rangesOfCode } from "./compile.ts";
import { readUnitInto } from "./cache/pack.ts";
import type { KeptUnit } from "./cache/unit-cache.ts";
import { type Code, heapBytes, HeapExhausted } from "../memory/heap.ts";
import { link, linkPacked, type Origin } from "./link.ts";
import type { Unit } from "./unit.ts";
import { settings } from "../machine/settings.ts";
import { SourceError } from "../errors/source-error.ts";
import { symbols } from "../memory/strings.ts";
import { canonicalPath } from "../machine/coerce.ts";
import { fail } from "../machine/machine.ts";

/** How many bytes of source may still become code. */
let allowedSource = Infinity;

export function setSourceLimit(bytes: number): void {
  allowedSource = bytes;
}

function allowSource(bytes: number): void {
  allowedSource -= bytes;
  if (allowedSource < 0) throw new HeapExhausted();
}

/** A text, and how to call it. */
export interface Source {
  readonly name: string;
  readonly isFile: boolean;
  readonly folder: string;
  readonly bytes: () => Uint8Array;
}

/** Code of a text that has to be compiled; `keep` gets what is worth keeping for the next time, good until the next text. */
export function load(source: Source, outerNames: readonly string[] = [], keep?: (unit: Unit) => void): Code {
  const bytes = source.bytes();
  allowSource(bytes.length);
  const tree = parseSource(bytes, true);
  const origin = originOf(source, bytes.length, outerNames);
  if (!tree.ok) throw new SourceError(origin, parseSource(bytes), tree.diagnostics);
  const unit = compile(tree, symbols, { outerNames });
  if (unit === undefined) {
    const kept = parseSource(bytes);
    throw new SourceError(origin, kept, analyze(kept, { symbols, extraNames: outerNames }).diagnostics);
  }
  keep?.(unit);
  return link(unit, origin);
}

/** Code of a text of some length that was compiled before; nothing if its unit cannot be read. */
export function loadKept({ pack, record }: KeptUnit, source: Source, length: number): Code | undefined {
  allowSource(length);
  const read = (at: number): boolean => readUnitInto(heapBytes, at, pack, record);
  return linkPacked(record.length, record.hash, read, originOf(source, length, []));
}

function originOf({ name, isFile, folder, bytes }: Source, length: number, outerNames: readonly string[]): Origin {
  return {
    name,
    isFile,
    folder,
    source: bytes,
    length,
    ranges: () => rangesOf(bytes(), outerNames),
    resolve: (written) => absolutePath(folder, written),
  };
}

/**
 * Ranges need more room than the code does, and the file may have become something else since that was kept. Then an
 * error is told without its place.
 */
function rangesOf(bytes: Uint8Array, outerNames: readonly string[]): Int32Array {
  try {
    const tree = parseSource(bytes, true);
    return tree.ok ? rangesOfCode(tree, symbols, outerNames) : new Int32Array(0);
  } catch (error) {
    if (error instanceof HeapExhausted) return new Int32Array(0);
    throw error;
  }
}

function parseSource(bytes: Uint8Array, passing = false): Tree {
  const { experimentalFeatures: features } = settings;
  const pipeOperators = features.has("pipe-operators");
  return parse(bytes, { maxDepth: 100_000, pipeOperators, urlLiterals: !features.has("no-url-literals"), passing });
}

/** A path as it is written, from the root. The first piece of a path with antiquotation keeps the slash at its end. */
function absolutePath(folder: string, written: string): string {
  if (written.startsWith("~/") && settings.pure)
    throw fail("eval", `the path '${written}' can not be resolved in pure mode`);
  if (written.startsWith("~/")) return absolutePath("/", `${settings.home}${written.slice(1)}`);
  const path = canonicalPath(written.startsWith("/") ? written : `${folder}/${written}`);
  return written.endsWith("/") && path !== "/" ? `${path}/` : path;
}
