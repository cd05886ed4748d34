/** Random trees, random plans that fit them, and what a naive model says that the plan makes of the tree. */

import type { Edit } from "@nivose/nix/syntax";
import fc from "fast-check";
import { fingerprintOfFile, fingerprintOfLink } from "../../../src/change/fingerprint.ts";
import {
  createFile,
  createLink,
  deleteFile,
  editFile,
  moveFile,
  type Change,
  type Plan,
} from "../../../src/change/plan.ts";
import type { Tree } from "./scratch.ts";

export interface Case {
  readonly tree: Tree;
  readonly plan: Plan;
  /** The tree after the plan, as the model has it. */
  readonly after: Tree;
}

export const arbitraryCase: fc.Arbitrary<Case> = fc.gen().map((gen) => {
  const dice: Dice = {
    below: (limit) => gen(fc.nat, { max: limit - 1 }),
    among: (values) => values[gen(fc.nat, { max: values.length - 1 })]!,
    content: () => gen(() => content),
  };
  let tree: Tree = {};
  for (const path of PATHS) {
    const grown = { ...tree, [path]: dice.below(5) === 0 ? `link ${dice.among(TARGETS)}` : randomFile(dice) };
    if (dice.below(3) > 0 && isTree(grown)) tree = grown;
  }
  let steps: readonly Step[] = [];
  for (let count = dice.below(7); count >= 0; count--) {
    const tried = [...steps, randomStep(dice, tree)];
    if (isTree(after(tree, tried) ?? { "": "" })) steps = tried;
  }
  return {
    tree,
    plan: { title: "Random", changes: steps.flatMap((step) => changesOf(step, tree)) },
    after: after(tree, steps)!,
  };
});

/** One thing to do with one path, or a new entry of the tree. */
type Step =
  | {
      readonly kind: "take";
      readonly path: string;
      readonly splices: readonly Edit.Splice[];
      readonly to: string | undefined;
    }
  | { readonly kind: "put"; readonly path: string; readonly entry: string };

interface Dice {
  readonly below: (limit: number) => number;
  readonly among: <Value>(values: readonly Value[]) => Value;
  readonly content: () => string;
}

const PATHS = ["a", "b c", "d/a.nix", "d/b", "d/e/a", "d/e", 'é/"q"\\', "é/t\tab", "f/g/h", "f"];
const TARGETS = ["a", "d/e", "x y", "d"];
const LINES = ["", "{", "}", "  a = 1;", "  b = \xff;", "same", "same", "\r", "--- a", "+++ b", "\ttab"];

/** Mostly lines of text, with or without a last line break; sometimes bytes with a NUL. */
const content = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...LINES), { maxLength: 24 }).map((lines) => lines.join("\n")) },
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...LINES), { maxLength: 9 }).map((lines) => `${lines.join("\n")}\n`),
  },
  {
    weight: 1,
    arbitrary: fc.uint8Array({ maxLength: 90 }).map((bytes) => `\0${Buffer.from(bytes).toString("latin1")}`),
  },
);

function randomFile(dice: Dice): string {
  return `file ${dice.among(["644", "644", "755", "600"])} ${dice.content()}`;
}

function randomStep(dice: Dice, tree: Tree): Step {
  const paths = Object.keys(tree);
  if (paths.length === 0 || dice.below(3) === 0) {
    const entry =
      dice.below(4) === 0 ? `link ${dice.among(["../a", "g", "."])}` : randomFile(dice).replace(" 600 ", " 644 ");
    return {
      kind: "put",
      path: dice.among(PATHS.filter((path) => !entry.startsWith("link") || path.includes("/"))),
      entry,
    };
  }
  const path = dice.among(paths);
  const fate = dice.below(3);
  return {
    kind: "take",
    path,
    splices: fate === 2 || tree[path]!.startsWith("link") ? [] : randomSplices(dice, tree[path]!.slice(9)),
    to: fate === 0 ? path : fate === 1 ? dice.among(PATHS) : undefined,
  };
}

function randomSplices(dice: Dice, source: string): Edit.Splice[] {
  const offsets = Array.from({ length: dice.below(5) }, () => dice.below(source.length + 1));
  offsets.sort((one, other) => one - other);
  const splices: Edit.Splice[] = [];
  for (let index = 0; index + 1 < offsets.length; index += 2) {
    const bytes = Buffer.from(dice.among([...LINES, "x\ny\n"]), "latin1");
    splices.push({ start: offsets[index]!, end: offsets[index + 1]!, bytes });
  }
  return splices;
}

/** All steps at once, or `undefined` if they contradict each other. */
function after(tree: Tree, steps: readonly Step[]): Tree | undefined {
  const taken = steps.flatMap((step) => (step.kind === "take" ? [step.path] : []));
  if (new Set(taken).size !== taken.length) return undefined;
  const result: Record<string, string> = Object.fromEntries(
    Object.entries(tree).filter(([path]) => !taken.includes(path)),
  );
  for (const step of steps) {
    const target = step.kind === "put" ? step.path : step.to;
    if (target === undefined) continue;
    if (target in result) return undefined;
    result[target] = step.kind === "put" ? step.entry : spliced(tree[step.path]!, step.splices);
  }
  return result;
}

/** From the back to the front, so that no offset moves. */
function spliced(entry: string, splices: readonly Edit.Splice[]): string {
  const head = splices.length === 0 ? entry : entry.slice(0, 9);
  const source = splices.length === 0 ? "" : entry.slice(9);
  return (
    head +
    splices
      .toReversed()
      .reduce(
        (text, { start, end, bytes }) => text.slice(0, start) + Buffer.from(bytes).toString("latin1") + text.slice(end),
        source,
      )
  );
}

/** Whether no entry lies below another one that is no folder. */
function isTree(tree: Tree): boolean {
  const paths = Object.keys(tree);
  return !paths.includes("") && !paths.some((path) => paths.some((other) => other.startsWith(`${path}/`)));
}

function changesOf(step: Step, tree: Tree): Change[] {
  const { path } = step;
  if (step.kind === "put") {
    if (step.entry.startsWith("link ")) return [createLink(path, step.entry.slice(5))];
    const bytes = Buffer.from(step.entry.slice(9), "latin1");
    return [createFile(path, bytes, Number.parseInt(step.entry.slice(5, 8), 8))];
  }
  const entry = tree[path]!;
  const source = Buffer.from(entry.slice(9), "latin1");
  const before = entry.startsWith("link ") ? fingerprintOfLink(entry.slice(5)) : fingerprintOfFile(source);
  if (step.to === undefined) return [deleteFile(path, before)];
  const edits = step.splices.length === 0 ? [] : [editFile(path, source, step.splices)];
  return step.to === path ? edits : [...edits, moveFile(path, step.to, before)];
}
