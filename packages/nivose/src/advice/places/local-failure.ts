/**
 * A failed evaluation in the paths that the user knows. A flake is evaluated under a path of the store, and so are its
 * inputs; what they were copied from is on the disk, and the store may not even be there.
 */

import type { EvalFailure, TraceSource, TraceStep } from "@nivose/nix/evaluation";

/** The text of the message becomes local, too: it is for looking for things, and not what is shown. */
export function localFailure(failure: EvalFailure): EvalFailure {
  const copies = Object.entries(failure.copies);
  if (copies.length === 0) return failure;
  const local = (text: string): string =>
    copies.reduce((changed, [copy, folder]) => changed.replaceAll(copy, () => folder), text);
  const localSource = <Source extends TraceSource>(source: Source): Source => ({ ...source, file: local(source.file) });
  const localStep = (step: TraceStep): TraceStep => ({
    ...step,
    text: step.kind === "context" || step.kind === "note" ? local(step.text) : step.text,
    ...(step.place === undefined ? {} : { place: localSource(step.place) }),
  });
  const { text, trace, files, at, syntax, flake } = failure;
  return {
    ...failure,
    text: local(text),
    trace: trace.map(localStep),
    files: files.map(local),
    ...(flake === undefined ? {} : { flake: local(flake) }),
    ...(at === undefined ? {} : { at: localSource(at) }),
    ...(syntax === undefined ? {} : { syntax: localSource(syntax) }),
  };
}
