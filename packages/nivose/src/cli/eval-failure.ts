/**
 * Tells of an evaluation that failed: what it means, if that is known, on the user's own lines; then Nix's words, because
 * people and scripts know them; then what led there.
 */

import type { EvalFailure } from "@nivose/nix/evaluation";
import type { Message } from "@nivose/nix/message";
import { advise } from "../advice/advise.ts";
import { syntaxDiagnostics } from "../advice/syntax-advice.ts";
import { humanAdvice } from "../report/advice-text.ts";
import { humanFailure } from "../report/failure.ts";
import { fromByteText } from "../report/byte-text.ts";
import { evaluationMessages } from "../report/evaluation-messages.ts";
import { type Context, layoutOf } from "./context.ts";
import { ExitCode } from "./exit-codes.ts";
import { Findings } from "./findings.ts";
import { ForeignFiles } from "../advice/places/foreign-files.ts";
import { decoded, Sources } from "../advice/places/sources.ts";
import { localFailure } from "../advice/places/local-failure.ts";
import { placesToShow } from "../advice/places/places-to-show.ts";
import { sourceReader } from "./source-reader.ts";
import { shortTrace, wholeTrace } from "./eval-trace.ts";

/**
 * `folder` is that of the flake that was asked for, if there is one, and `paper` has the folders on paper by their hashes
 * that it was evaluated with.
 */
export async function tellFailure(
  failure: EvalFailure,
  whole: boolean,
  context: Context,
  folder?: string,
  paper: Readonly<Record<string, string>> = {},
): Promise<ExitCode> {
  const { stderr } = context;
  const sources = new Sources();
  const local = localFailure(failure);
  const { syntax } = local;
  if (syntax !== undefined) {
    const source = sources.get(syntax);
    const findings = new Findings(context, stderr);
    const diagnostics = syntaxDiagnostics(local, sources);
    if (source === undefined) for (const diagnostic of diagnostics) findings.add(diagnostic);
    else findings.addAll(source.name, source.bytes, diagnostics);
    return findings.exitCode;
  }
  const layout = layoutOf(context, stderr);
  const unknown = await unknownIn(local, sources, paper);
  const message = unknown ?? messageOf(failure);
  const foreign = ForeignFiles.of(local);
  const places = placesToShow(local, sources, foreign);
  const advice = unknown === undefined ? await advise(local, folder) : undefined;
  if (advice !== undefined) stderr.write(`${humanAdvice(advice, sourceReader(sources, context), layout)}\n`);
  stderr.write(humanFailure(message, advice === undefined ? places : [], layout, advice !== undefined));
  const trace = whole ? wholeTrace(local, sources, layout) : shortTrace(local, places, foreign, layout);
  stderr.write(trace);
  return message.kind === "limit" ? ExitCode.limit : ExitCode.failure;
}

/** That nothing is known of what was asked for, if the flake was evaluated on paper. */
async function unknownIn(
  failure: EvalFailure,
  sources: Sources,
  paper: Readonly<Record<string, string>>,
): Promise<Message | undefined> {
  if (Object.keys(paper).length === 0) return undefined;
  const { placesOf, unknownOnPaper } = await import("../paper/unknown.ts");
  const { paperMessages } = await import("../paper/messages.ts");
  const places = Object.entries(paper).flatMap(([narHash, place]) =>
    placesOf(undefined, { narHash, folder: fromByteText(place) }),
  );
  const what = unknownOnPaper(failure, { places, treeOf: (file) => sources.tree({ file }) });
  return what === undefined ? undefined : paperMessages["unknown-on-paper"](fromByteText(what));
}

function messageOf({ kind, text, hint, message }: EvalFailure): Message {
  if (message !== undefined) return message;
  const words = decoded(hint === undefined ? text : `${text}\n${hint}`);
  if (kind === "limit") return evaluationMessages["evaluation-limit"](words);
  return evaluationMessages["evaluation-failed"](words);
}
