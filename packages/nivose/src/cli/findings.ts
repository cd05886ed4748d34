/** What was found wrong with files: told to people as it comes, or kept for programs, and counted either way. */

import type { Diagnostic, Message, MessageKind } from "@nivose/nix/message";
import { Positions } from "@nivose/nix/syntax";
import { Sources } from "../advice/places/sources.ts";
import type { Advice } from "../report/advice.ts";
import { humanAdvice, jsonAdvice } from "../report/advice-text.ts";
import { hint, humanDiagnostic, humanMessage } from "../report/human.ts";
import { type JsonDiagnostic, jsonDiagnostic, jsonMessage } from "../report/json.ts";
import { type Context, layoutOf, type Output } from "./context.ts";
import { ExitCode } from "./exit-codes.ts";
import { sourceReader } from "./source-reader.ts";

export class Findings {
  readonly #counts: Record<MessageKind, number> = { mistake: 0, limit: 0, bug: 0 };
  readonly #context: Context;
  /** Where people read them; nowhere if they are for programs. */
  readonly #output: Output | undefined;
  readonly json: JsonDiagnostic[] = [];
  readonly #sources = new Sources();
  #faultyFiles = 0;
  #placeless = 0;

  constructor(context: Context, output: Output | undefined) {
    this.#context = context;
    this.#output = output;
  }

  /** Something that is about no place in a source; it may be about a file. */
  add(message: Message, file?: string): void {
    this.#counts[message.kind]++;
    this.#placeless++;
    this.#tell(
      (layout) => humanMessage(message, layout, file),
      () => jsonMessage(message, file),
    );
  }

  /** An evaluation of `about` that failed, and what that means, if it is known: that is what people read then. */
  addFailure(message: Message, about: string, advice: Advice | undefined): void {
    if (advice === undefined) {
      this.add(message);
      return;
    }
    this.#counts[message.kind]++;
    this.#placeless++;
    const read = sourceReader(this.#sources, this.#context);
    this.#tell(
      // what to do about something that is not here is said by the advice
      (layout) =>
        [
          humanAdvice(advice, read, layout, about).trimEnd(),
          ...(message.kind === "limit" ? [] : hint(message, layout)),
          "",
        ].join("\n"),
      () => ({ ...jsonMessage(message), cause: jsonAdvice(advice, read) }),
    );
  }

  addAll(name: string, bytes: Uint8Array, diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length === 0) return;
    this.#faultyFiles++;
    const source = { name, bytes, positions: new Positions(bytes) };
    for (const diagnostic of diagnostics) {
      this.#counts[diagnostic.kind]++;
      this.#tell(
        (layout) => humanDiagnostic(diagnostic, source, layout),
        () => jsonDiagnostic(diagnostic, source),
      );
    }
  }

  get exitCode(): ExitCode {
    if (this.#counts.bug > 0) return ExitCode.bug;
    if (this.#counts.mistake > 0) return ExitCode.failure;
    return this.#counts.limit > 0 ? ExitCode.limit : ExitCode.ok;
  }

  /** `2 errors and 1 thing that is not supported in 2 of 41 files` */
  summary(files: number): string {
    const { mistake, limit, bug } = this.#counts;
    const found = [
      counted(mistake, "error", "errors"),
      counted(limit, "thing that is not supported", "things that are not supported"),
      counted(bug, "bug in nivose", "bugs in nivose"),
    ].filter((text) => text !== "");
    const all = counted(files, "file", "files");
    if (found.length === 0) return `nothing wrong in ${all || "no files"}`;
    // what is not there is in no file
    const where = this.#placeless > 0 ? "" : ` in ${this.#faultyFiles.toLocaleString("en")} of ${all}`;
    return found.join(" and ") + where;
  }

  #tell(human: (layout: ReturnType<typeof layoutOf>) => string, json: () => JsonDiagnostic): void {
    if (this.#output === undefined) this.json.push(json());
    else this.#output.write(human(layoutOf(this.#context, this.#output)));
  }
}

/** `1 file`, `1,200 files`; nothing of none. */
export function counted(count: number, one: string, many: string): string {
  return count === 0 ? "" : `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
