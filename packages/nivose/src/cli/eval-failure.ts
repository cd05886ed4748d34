/** Tells of an evaluation that failed: Nix's words first, then the user's own code, then what led there. */

import type { EvalFailure, TracePlace } from "@nivose/nix/evaluation";
import type { Message } from "@nivose/nix/message";
import { humanFailure } from "../report/failure.ts";
import { toolMessages } from "../report/messages.ts";
import { type Context, layoutOf } from "./context.ts";
import { ExitCode } from "./exit-codes.ts";
import { Findings } from "./findings.ts";
import { ForeignFiles } from "./foreign-files.ts";
import { definitionsUnderWay, findDefinitions, type NamedDefinitions, namedDefinitions } from "./option-definitions.ts";
import { decoded, type ShownPlace, Sources } from "./eval-sources.ts";
import { shortTrace, wholeTrace } from "./eval-trace.ts";

/** How many definitions of an option are shown. */
const MOST_DEFINITIONS = 3;

export function tellFailure(failure: EvalFailure, whole: boolean, context: Context): ExitCode {
  const { stderr } = context;
  const sources = new Sources();
  const { syntax } = failure;
  if (syntax !== undefined) {
    const source = sources.get(syntax);
    const findings = new Findings(context, stderr);
    if (source === undefined) for (const diagnostic of syntax.diagnostics) findings.add(diagnostic);
    else findings.addAll(source.name, source.bytes, syntax.diagnostics);
    return findings.exitCode;
  }
  const layout = layoutOf(context, stderr);
  const message = messageOf(failure);
  const foreign = new ForeignFiles();
  const lead = leadingPlace(failure, foreign);
  const places = placesToShow(failure, lead, sources, foreign);
  stderr.write(humanFailure(message, places, layout));
  const trace = whole ? wholeTrace(failure, sources, layout) : shortTrace(failure, places, foreign, layout);
  stderr.write(trace);
  return message.kind === "limit" ? ExitCode.limit : ExitCode.failure;
}

function messageOf({ kind, text, hint, message }: EvalFailure): Message {
  if (message !== undefined) return message;
  const words = decoded(hint === undefined ? text : `${text}\n${hint}`);
  if (kind === "limit") return toolMessages["evaluation-limit"](words);
  return toolMessages["evaluation-failed"](words);
}

/**
 * The definitions that a message of the module system is about; or else the place in the user's files; or else what the
 * user defines there that was being evaluated.
 */
function placesToShow(
  { text, trace }: EvalFailure,
  lead: TracePlace | undefined,
  sources: Sources,
  foreign: ForeignFiles,
): ShownPlace[] {
  const named = namedDefinitions(decoded(text));
  const definitions = named === undefined ? [] : placesOf(named, sources);
  if (definitions.length > 0) return definitions.slice(0, MOST_DEFINITIONS);
  if (lead === undefined || foreign.has(decoded(lead.file))) {
    const contexts = trace.filter(({ kind }) => kind === "context").map((step) => decoded(step.text));
    for (const each of definitionsUnderWay(contexts.toReversed())) {
      const [place] = each.files.some((file) => foreign.has(file)) ? [] : placesOf(each, sources);
      if (place !== undefined) return [place];
    }
  }
  const source = lead === undefined ? undefined : sources.get(lead);
  return source === undefined ? [] : [{ source, range: { start: lead!.start, end: lead!.end } }];
}

function placesOf({ option, files }: NamedDefinitions, sources: Sources): ShownPlace[] {
  return files.flatMap((file) => {
    const source = sources.get({ file: Buffer.from(file).toString("latin1") });
    if (source === undefined) return [];
    return findDefinitions(source.bytes, option).map((range) => ({ source, range }));
  });
}

/** The place to show: the nearest one in a file of the user's, or else the nearest. */
function leadingPlace({ at, trace }: EvalFailure, foreign: ForeignFiles): TracePlace | undefined {
  // where a function was called says more than where it is written
  const steps = trace
    .filter(({ kind }) => kind !== "call")
    .flatMap(({ place }) => (place === undefined ? [] : [place]));
  const places = (at === undefined ? steps : [...steps, at]).toReversed();
  return places.find(({ file }) => !foreign.has(decoded(file))) ?? places[0];
}
