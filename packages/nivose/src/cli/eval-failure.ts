/** Tells of an evaluation that failed: Nix's words first, then the user's code, then what led there. */

import { readFileSync, statSync } from "node:fs";
import type { EvalFailure, Expression, TracePlace } from "@nivose/nix/evaluation";
import { Positions } from "@nivose/nix/syntax";
import { humanDiagnostic, humanMessage } from "../report/human.ts";
import { toolMessages } from "../report/messages.ts";
import { printable } from "../report/terminal-text.ts";
import { type Context, layoutOf } from "./context.ts";
import { ExitCode } from "./exit-codes.ts";
import { Findings } from "./findings.ts";

/** How many places a short trace has. */
const SHORT = 4;

export function tellFailure(failure: EvalFailure, expression: Expression, whole: boolean, context: Context): ExitCode {
  const { stderr } = context;
  const { syntax } = failure;
  if (syntax !== undefined) {
    const source = bytesOf(syntax.file, expression);
    const findings = new Findings(context, stderr);
    if (source === undefined) for (const diagnostic of syntax.diagnostics) findings.add(diagnostic);
    else findings.addAll(decoded(syntax.file), source, syntax.diagnostics);
    return findings.exitCode;
  }
  const layout = layoutOf(context, stderr);
  const isLimit = failure.kind === "limit";
  const message =
    failure.message ?? toolMessages[isLimit ? "evaluation-limit" : "evaluation-failed"](decoded(failure.text));
  const places = distinct([...(failure.at === undefined ? [] : [failure.at]), ...failure.trace.toReversed()]);
  const files = places.filter(({ isFile }) => isFile);
  const [first, ...others] = files.length > 0 ? files : places;
  const source = first === undefined ? undefined : bytesOf(first.file, expression);
  if (first === undefined || source === undefined) stderr.write(humanMessage(message, layout));
  else {
    const shown = { name: decoded(first.file), bytes: source, positions: new Positions(source) };
    stderr.write(humanDiagnostic({ ...message, range: { start: first.start, end: first.end } }, shown, layout));
  }
  const listed = whole ? others : others.slice(0, SHORT);
  for (const { kind, file, line, column } of listed) {
    const word = kind === "call" ? "called" : "needed";
    stderr.write(layout.style.faint(`  ${word} at ${printable(decoded(file))}:${line}:${column}\n`));
  }
  if (others.length > listed.length) {
    stderr.write(layout.style.faint(`  and ${others.length - listed.length} more; --show-trace shows all\n`));
  }
  return isLimit ? ExitCode.limit : ExitCode.failure;
}

/** Without those that say what the one before has said. */
function distinct(places: readonly TracePlace[]): TracePlace[] {
  return places.filter((place, index) => {
    const before = places[index - 1];
    return before === undefined || before.file !== place.file || before.line !== place.line;
  });
}

function bytesOf(file: string, expression: Expression): Uint8Array | undefined {
  if (expression.kind === "text" && expression.name === file) return expression.text;
  const path = Buffer.from(file, "latin1");
  try {
    // `/dev/zero` has no end
    return statSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

function decoded(text: string): string {
  return Buffer.from(text, "latin1").toString();
}
