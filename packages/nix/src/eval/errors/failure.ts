/** A failed evaluation as plain data, which can be handed to another thread. Texts are bytes. */

import type { Message } from "../../message.ts";
import type { SyntaxDiagnostic } from "../../syntax/diagnostics.ts";
import { EvalError, type Lookup, type MissingSource } from "./errors.ts";
import { importedFiles } from "../files/imports.ts";
import { HeapExhausted } from "../memory/heap.ts";
import type { Origin, SourcePlace } from "../code/link.ts";
import { settings } from "../machine/settings.ts";
import { symbols } from "../memory/strings.ts";
import { placeOf, storeObject } from "../files/store-objects.ts";
import { limitMessages } from "./limit-messages.ts";
import { SourceError } from "./source-error.ts";
import { reportError, type TraceKind } from "./trace.ts";

/** The absolute path of a file, or what a text that is in none is called; several texts may be called the same. */
export interface TraceSource {
  readonly file: string;
  /** The text itself if it is in no file. */
  readonly text?: Uint8Array;
}

export interface TracePlace extends TraceSource {
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/** A step on the way to an error. */
export interface TraceStep {
  readonly kind: TraceKind;
  /** Nix's words. */
  readonly text: string;
  readonly place?: TracePlace;
}

export interface EvalFailure {
  readonly kind: string;
  /** Of a failure that Nix does not know. */
  readonly message?: Message;
  /** What Nix says behind its last `error:`. */
  readonly text: string;
  /** `Did you mean …?` */
  readonly hint?: string;
  /** Of a failure that would not be if this were here. */
  readonly missing?: MissingSource;
  /** The names that there are, where one that there is not was asked for. */
  readonly names?: readonly string[];
  /** What the request has asked of the scope in which it failed, as JSON. */
  readonly told?: string;
  /** Outermost first. */
  readonly trace: readonly TraceStep[];
  /** Where it happened. */
  readonly at?: TracePlace;
  /** The files that were imported. */
  readonly files: readonly string[];
  /** Of the paths of the store that all these files are in: what they are copies of, on the disk. */
  readonly copies: Readonly<Record<string, string>>;
  /** The folder of the flake that was asked for, as far as it could be opened; its inputs have others. */
  readonly flake?: string;
  /** Of a file that is not Nix. */
  readonly syntax?: TraceSource & { readonly diagnostics: readonly SyntaxDiagnostic[] };
}

/** Of what ended an evaluation; anything but that is thrown again. Nothing is under way any more afterwards. */
export function failureOf(thrown: unknown): EvalFailure {
  const message = limitMessage(thrown);
  if (message === undefined) return reported(evalError(thrown));
  return { ...reported(new EvalError("limit", message.text)), message };
}

function reported(thrown: EvalError): EvalFailure {
  const { error, frames, place } = reportError(thrown);
  const hint = error.hint?.();
  const files = importedFiles();
  const places = [place, ...frames.map((frame) => frame.place)].filter((each) => each !== undefined);
  const origins = [...places.map(({ origin }) => origin), ...(error instanceof SourceError ? [error.origin] : [])];
  return {
    kind: error.kind,
    text: error.text,
    trace: frames.map((frame) => ({
      kind: frame.kind,
      text: frame.text,
      ...(frame.place === undefined ? {} : { place: plainPlace(frame.place) }),
    })),
    files,
    copies: copiesOf([...files, ...origins.flatMap(({ isFile, name }) => (isFile ? [name] : []))]),
    ...(hint === undefined ? {} : { hint }),
    ...(error.missing === undefined ? {} : { missing: error.missing }),
    ...(error.lookups.length === 0 ? {} : { names: namesIn(error.lookups) }),
    ...(place === undefined ? {} : { at: plainPlace(place) }),
    ...(error instanceof SourceError
      ? { syntax: { ...traceSource(error.origin), diagnostics: error.diagnostics } }
      : {}),
  };
}

function namesIn(lookups: readonly Lookup[]): string[] {
  return [...new Set(lookups.flatMap(({ names }) => Array.from(names, (symbol) => symbols.name(symbol))))];
}

/** Where something has grown beyond what it can hold: the heap, or what JavaScript keeps of texts and tables. */
function limitMessage(thrown: unknown): Message | undefined {
  const isLimit = thrown instanceof HeapExhausted || (thrown instanceof RangeError && !isStackOverflow(thrown));
  return isLimit ? limitMessages["memory-limit"]() : undefined;
}

function evalError(thrown: unknown): EvalError {
  if (thrown instanceof EvalError) return thrown;
  if (isStackOverflow(thrown)) return new EvalError("stack-exhausted", "stack overflow (possible infinite recursion)");
  throw thrown;
}

function isStackOverflow(thrown: unknown): boolean {
  return thrown instanceof RangeError && thrown.message.includes("call stack");
}

function plainPlace({ origin, line, column, start, end }: SourcePlace): TracePlace {
  return { ...traceSource(origin), line, column, start, end };
}

/** Of the paths of the store that files are in: what they are copies of, on the disk. */
export function copiesOf(files: readonly string[]): Record<string, string> {
  const copies: Record<string, string> = {};
  const { storeDir } = settings;
  for (const file of files) {
    if (!file.startsWith(`${storeDir}/`)) continue;
    const [name] = file.slice(storeDir.length + 1).split("/", 1);
    const path = `${storeDir}/${name}`;
    const place = storeObject(path)?.kind === "copy" ? placeOf(path) : undefined;
    if (place?.kind === "disk") copies[path] = place.path;
  }
  return copies;
}

function traceSource({ name, isFile, source }: Origin): TraceSource {
  return isFile ? { file: name } : { file: name, text: source() };
}
