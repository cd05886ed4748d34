import { Node, type Ref, type Tree } from "@nivose/nix/syntax";
import type { AdvicePlace } from "../../report/advice.ts";
import type { Failed, Recogniser } from "../failed.ts";
import { adviceMessages } from "../messages.ts";
import { findDefinitions, readContext } from "../places/option-definitions.ts";
import { decoded, encoded } from "../places/sources.ts";
import { bindingAt, letPaths, nodesOf, selectedPath } from "../source.ts";
import { isRecursion } from "./recursion.ts";

/** An option that is being evaluated, by the definitions of a file if that is known. */
interface Step {
  readonly option: readonly string[];
  readonly file: string | undefined;
}

/** Options whose values need each other: every one of the user's lines on the way round. */
export const recursionOption: Recogniser = (failed) => {
  if (!isRecursion(failed)) return undefined;
  const steps = stepsOf(failed);
  const innermost = steps.find(({ file }) => file !== undefined && !failed.isForeign(encoded(file)));
  if (innermost === undefined) return undefined;
  const needed = neededBy(innermost, failed);
  const end = steps.findIndex(({ option }) => needed.some((path) => isWithin(path, option)));
  // it is no option that it needs
  if (end < 0 && needed.length === 0) return undefined;
  const round = end < 0 ? [innermost] : steps.slice(0, end + 1);
  const last = round.at(-1)!;
  const through = [...new Set(round.slice(0, -1).map(nameOf))].filter((name) => name !== nameOf(last)).toReversed();
  const places = round.flatMap((step) => placesOf(step, failed)).toReversed();
  return failed.advise(
    adviceMessages["recursion-option"](nameOf(last), through.slice(0, MOST)),
    [],
    places.length === 0 ? undefined : places.slice(0, MOST),
  );
};

const MOST = 3;

function nameOf({ option }: Step): string {
  return option.join(".");
}

/** The innermost first. */
function stepsOf({ failure }: Failed): Step[] {
  const steps: Step[] = [];
  let file: string | undefined;
  for (const { kind, text } of failure.trace.toReversed()) {
    const context = kind === "context" ? readContext(decoded(text)) : undefined;
    if (context?.kind === "definitions") file = context.file;
    if (context?.kind !== "option") continue;
    steps.push({ option: context.names.option, file });
    file = undefined;
  }
  return steps;
}

function placesOf({ option, file }: Step, failed: Failed): AdvicePlace[] {
  if (file === undefined || failed.isForeign(encoded(file))) return [];
  const place = failed.placeIn(
    encoded(file),
    (tree) => findDefinitions(tree, option)[0],
    `'${option.join(".")}' is set here`,
  );
  return place === undefined ? [] : [place];
}

/** The options that a definition speaks of: `config.a.b`, or `cfg.b` where `cfg` is `config.a`. */
function neededBy({ option, file }: Step, failed: Failed): string[][] {
  const tree = failed.sources.tree({ file: encoded(file!) });
  if (tree === undefined) return [];
  return findDefinitions(tree, option).flatMap(({ start }) => {
    const binding = bindingAt(tree, start);
    return binding === undefined ? [] : pathsIn(tree, around(tree, binding));
  });
}

/** A condition may stand around the whole set that the definition is in. */
function around(tree: Tree, binding: Ref): Ref {
  const path = tree.pathTo(tree.start(binding));
  const outer = path.slice(0, path.indexOf(binding)).findLast((ref) => tree.kind(ref) === Node.Apply);
  return outer ?? binding;
}

function pathsIn(tree: Tree, within: Ref): string[][] {
  const variables = letPaths(tree);
  return nodesOf(tree, Node.Select, within).flatMap((ref) => {
    const [first = "", ...rest] = selectedPath(tree, ref) ?? [];
    const path =
      first === "config"
        ? rest
        : variables.get(first)?.[0] === "config"
          ? [...variables.get(first)!.slice(1), ...rest]
          : [];
    return path.length === 0 ? [] : [path];
  });
}

/** Whether one of them is the other, or a part of it. */
function isWithin(path: readonly string[], option: readonly string[]): boolean {
  return (
    option.every((name, index) => path[index] === name) ||
    (path.length > 1 && path.every((name, index) => option[index] === name))
  );
}
