import { Node, NONE, type Tree } from "@nivose/nix/syntax";
import type { TracePlace } from "@nivose/nix/evaluation";
import type { AdvicePlace } from "../../report/advice.ts";
import type { Failed, Recogniser } from "../failed.ts";
import { adviceMessages } from "../messages.ts";
import { namesLike } from "../names.ts";
import { decoded } from "../places/sources.ts";
import { declaring } from "./attribute-not-found.ts";
import { textOf } from "../source.ts";

const CALLED = /^function '([^']+)' called (without required|with unexpected) argument '([^']+)'/u;

/** A function whose arguments are others than it is given: of a module, of a flake's outputs, or any other. */
export const functionArguments: Recogniser = (failed) => {
  const [, name, how, argument] = CALLED.exec(failed.text) ?? [];
  const { at } = failed.failure;
  if (argument === undefined || at === undefined || failed.isForeign(at.file)) return undefined;
  const isMissing = how === "without required";
  const lambda = placeOf(failed, at);
  if (name === "outputs" && isFlake(at)) {
    const names = (failed.failure.names ?? []).map(decoded);
    const near = isMissing ? namesLike(argument, names) : [];
    const remedies = isMissing ? (near.length > 0 ? [] : declaring(argument)) : [];
    return failed.advise(adviceMessages["flake-input"](argument, !isMissing, near), remedies, lambda);
  }
  if (!isMissing && isModule(failed)) {
    const formals = formalsOf(failed, at);
    const remedies = formals === undefined ? [] : [{ text: "write it like this", lines: [formals] }];
    return failed.advise(adviceMessages["module-without-dots"](argument), remedies, lambda);
  }
  const called = name === "anonymous lambda" ? undefined : name;
  const near = isMissing ? [] : namesLike(argument, (failed.failure.names ?? []).map(decoded));
  const message = adviceMessages["function-arguments"](isMissing, argument, called, near);
  return failed.advise(message, [], [...callSite(failed, at), ...lambda]);
};

function isFlake({ file }: TracePlace): boolean {
  return /(?:^|\/)flake\.nix$/u.test(file);
}

/** Called by the module system: an argument that only modules get. */
function isModule({ failure }: Failed): boolean {
  const site = failure.trace.findLast(({ kind }) => kind === "site");
  return site?.place?.file.endsWith("/lib/modules.nix") === true;
}

function placeOf(failed: Failed, { file, start, end, text }: TracePlace, note?: string): AdvicePlace[] {
  const source = failed.sources.get({ file, ...(text === undefined ? {} : { text }) });
  if (source === undefined) return [];
  const tree = failed.sources.treeOf(source);
  const formals = formalsAt(tree, start);
  const range = formals === undefined ? { start, end } : tree.range(formals);
  return [failed.place({ source, range }, note)];
}

/** Where it is called, if a file of the user's does so. */
function callSite(failed: Failed, at: TracePlace): AdvicePlace[] {
  const site = failed.failure.trace.findLast(({ kind }) => kind === "site")?.place;
  if (site === undefined || failed.isForeign(site.file) || site.file === at.file) return [];
  const source = failed.sources.get(site);
  if (source === undefined) return [];
  return [failed.place({ source, range: { start: site.start, end: site.end } }, "it is called here")];
}

function formalsAt(tree: Tree, start: number) {
  const lambda = tree.pathTo(start).find((ref) => tree.kind(ref) === Node.Lambda && tree.start(ref) === start);
  const formals = lambda === undefined ? NONE : tree.child(lambda, 1);
  return formals === NONE ? undefined : formals;
}

/** `{ pkgs, ... }:` from `{ pkgs }:`, if it is one line. */
function formalsOf(failed: Failed, { file, start }: TracePlace): string | undefined {
  const tree = failed.sources.tree({ file });
  const formals = tree === undefined ? undefined : formalsAt(tree, start);
  if (formals === undefined) return undefined;
  const text = textOf(tree!, formals);
  return text.includes("\n")
    ? undefined
    : `${text.replace(/,?\s*\}$/u, text.trim() === "{ }" || text === "{}" ? " ... }" : ", ... }")}:`;
}
