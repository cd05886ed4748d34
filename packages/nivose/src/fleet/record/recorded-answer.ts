/**
 * One answer of a host as it is kept: a line that says what it depends on, and the answer itself. The first can be checked
 * without reading the second. `docs/records.md` documents both.
 */

import { hashPartOf, type Trace } from "@nivose/nix/trace";

/** Goes up when the meaning of a member changes; records of another version are as if they were not there. */
export const RECORD_VERSION = 1;

export interface RecordHead {
  readonly version: number;
  /** What was asked of what, for whoever reads the file. */
  readonly flake: string;
  readonly output: string;
  readonly trace: Trace;
}

export interface RecordBody {
  /** The value, as JSON. */
  readonly value: unknown;
  /** The files of the flake that were evaluated, relative to its source. */
  readonly files: readonly string[];
  /** Which folders the paths of the store that were read are copies of. */
  readonly copies: Readonly<Record<string, string>>;
  /** What was printed on the way: lines of `trace` and warnings. */
  readonly lines: readonly string[];
}

export function recordText(head: RecordHead, body: RecordBody): string {
  return `${JSON.stringify(head)}\n${JSON.stringify(body)}\n`;
}

/** Nothing if it is damaged, or of another version. */
export function readHead(text: string): RecordHead | undefined {
  try {
    const head = JSON.parse(text.slice(0, text.indexOf("\n"))) as Partial<RecordHead>;
    return head.version === RECORD_VERSION && Array.isArray(head.trace?.sources) ? (head as RecordHead) : undefined;
  } catch {
    return undefined;
  }
}

/** `moved` are the hashes in store paths of sources that are other ones by now. */
export function readBody(text: string, moved: ReadonlyMap<string, string>): RecordBody | undefined {
  // all at once, because one may have become what another one was
  const any = new RegExp([...moved.keys()].join("|"), "gu");
  const written = text.slice(text.indexOf("\n") + 1);
  const body = moved.size === 0 ? written : written.replaceAll(any, (before) => moved.get(before)!);
  try {
    const { value, files, copies, lines } = JSON.parse(body) as Partial<RecordBody>;
    if (value === undefined || !areTexts(files) || !areTexts(lines)) return undefined;
    if (typeof copies !== "object" || copies === null || !areTexts(Object.values(copies))) return undefined;
    return { value, files, copies, lines };
  } catch {
    return undefined; // not written to its end
  }
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

/** Whether the answer has the hash of a source in it, which may be another one by now. */
export function mentionsSources(text: string, { sources }: Trace): boolean {
  const start = text.indexOf("\n");
  return sources.some(({ storePath }) => text.includes(hashPartOf(storePath), start));
}
