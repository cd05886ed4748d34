/**
 * Answers that are kept: a question that was asked before is answered from what was kept, as long as all that the answer
 * depends on is the same. A question is its text, so whoever changes one asks another one.
 */

import { createHash } from "node:crypto";
import type { Trace } from "@nivose/nix/trace";
import type { AskFlake, FlakeAnswer } from "../discover.ts";
import { mentionsSources, readBody, readHead, RECORD_VERSION, recordText } from "./recorded-answer.ts";
import type { RecordStore } from "./record-store.ts";

/** An answer that was evaluated just now. */
export type FreshAnswer =
  | (Extract<FlakeAnswer, { readonly ok: true }> & {
      readonly lines: readonly string[];
      /** Nothing if it cannot be told. */
      readonly trace: Trace | undefined;
    })
  | Extract<FlakeAnswer, { readonly ok: false }>;

export type Evaluate = (...question: Parameters<AskFlake>) => Promise<FreshAnswer>;

export interface Recording {
  readonly store: RecordStore;
  /** All that an answer depends on besides the question and what is read: the program, settings, overrides. */
  readonly surroundings: (flake: string) => string;
  readonly evaluate: Evaluate;
  readonly checker: {
    readonly findChange: (trace: Trace) => string | undefined;
    readonly movedHashes: (trace: Trace) => ReadonlyMap<string, string>;
  };
  /** Whether something that was read may be kept: not what is encrypted where it comes from. */
  readonly mayBeKept: (trace: Trace) => boolean;
  /** Prints a line of `trace` or a warning. */
  readonly tell: (line: string) => void;
}

export function recorded(recording: Recording): AskFlake {
  return async (...question) => {
    const name = nameOf(recording.surroundings(question[0]), question);
    const known = recall(name, recording);
    if (known !== undefined) return known;
    const answer = await recording.evaluate(...question);
    if (answer.ok && answer.trace !== undefined && recording.mayBeKept(answer.trace))
      recording.store.write(name, textOf(question, answer, answer.trace));
    return answer;
  };
}

function recall(name: string, { store, checker, tell }: Recording): FlakeAnswer | undefined {
  const text = store.read(name);
  const head = text === undefined ? undefined : readHead(text);
  if (text === undefined || head === undefined) return undefined;
  if (!holds(head.trace, checker)) return undefined;
  const body = readBody(text, mentionsSources(text, head.trace) ? checker.movedHashes(head.trace) : new Map());
  if (body === undefined) return undefined;
  store.touch(name);
  for (const line of body.lines) tell(line);
  const { value, files, copies } = body;
  return { ok: true, value, files, copies };
}

/** What cannot be looked at is not what it was. */
function holds(trace: Trace, checker: Recording["checker"]): boolean {
  try {
    return checker.findChange(trace) === undefined;
  } catch {
    return false;
  }
}

function textOf(
  [flake, output]: Parameters<AskFlake>,
  { value, files, copies, lines }: Extract<FreshAnswer, { readonly ok: true }>,
  trace: Trace,
): string {
  return recordText({ version: RECORD_VERSION, flake, output, trace }, { value, files, copies, lines });
}

function nameOf(surroundings: string, question: Parameters<AskFlake>): string {
  return createHash("sha256")
    .update(JSON.stringify([RECORD_VERSION, surroundings, ...question]))
    .digest("hex")
    .slice(0, 40);
}
