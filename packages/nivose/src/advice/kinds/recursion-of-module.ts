import type { Range } from "@nivose/nix/message";
import { Node, type Ref, Token, type Tree } from "@nivose/nix/syntax";
import type { Advice, Remedy } from "../../report/advice.ts";
import type { Failed, Recogniser } from "../failed.ts";
import { adviceMessages } from "../messages.ts";
import { encoded } from "../places/sources.ts";
import { dependsOn, namesOf, selectedPath, textOf, usesOf } from "../source.ts";
import { argumentPlaces, argumentUnderWay, passing } from "./module-argument.ts";
import { isRecursion } from "./recursion.ts";

/** Arguments that the module system makes itself. */
const made: ReadonlySet<string> = new Set(["config", "options", "pkgs", "lib", "utils"]);

/**
 * A module that cannot even say which modules it imports, or which options it sets, without an argument that depends on
 * what all modules say of that.
 */
export const recursionOfModule: Recogniser = (failed) => {
  const argument = isRecursion(failed) ? argumentUnderWay(failed) : undefined;
  if (argument === undefined) return undefined;
  const file = encoded(argument.file);
  const tree = failed.sources.tree({ file });
  if (tree === undefined) return undefined;
  const { name } = argument;
  const body = bodyOf(tree, tree.child(tree.root, 0));
  const bindings =
    tree.kind(body) === Node.AttrSet ? tree.children(body).filter((ref) => tree.kind(ref) === Node.Binding) : [];
  const valuesOf = (wanted: string): Ref[] =>
    bindings.filter((ref) => namesOf(tree, tree.child(ref, 0))[0] === wanted).map((ref) => tree.child(ref, 1));
  const advise = (message: Advice["message"], range: Range, remedies: readonly Remedy[] = []): Advice => {
    const place = failed.placeIn(file, () => range)!;
    return failed.advise(message, remedies, [place]);
  };

  const [imported] = valuesOf("imports").flatMap((value) => dependsOn(tree, value, name));
  if (imported !== undefined && made.has(name)) return advise(adviceMessages["recursion-imports"](name), imported);
  if (!made.has(name))
    return argumentAdvice(
      failed,
      name,
      imported === undefined ? argumentPlaces(failed, argument) : [failed.placeIn(file, () => imported)!],
    );
  const whole = valuesOf("config").length > 0 ? valuesOf("config") : [body];
  for (const value of whole) {
    const culprit = culpritIn(tree, value, name);
    if (culprit !== undefined)
      return advise(adviceMessages["recursion-whole-config"](name, culprit.hint), culprit.range, culprit.remedies);
  }
  const [declared] = valuesOf("options").flatMap((value) => dependsOn(tree, value, name));
  return declared === undefined ? undefined : advise(adviceMessages["recursion-options"](name), declared);
};

function argumentAdvice(failed: Failed, name: string, places: Advice["places"] | undefined): Advice {
  return failed.advise(adviceMessages["recursion-argument"](name), passing(name, failed), places);
}

/** What a module is, inside of its function and its `let`. */
function bodyOf(tree: Tree, ref: Ref): Ref {
  switch (tree.kind(ref)) {
    case Node.Paren:
    case Node.Let:
      return bodyOf(tree, tree.child(ref, 0));
    case Node.Lambda:
      return bodyOf(tree, tree.child(ref, 2));
    case Node.With:
    case Node.Assert:
      return bodyOf(tree, tree.child(ref, 1));
    default:
      return ref;
  }
}

interface Culprit {
  readonly range: Range;
  readonly hint?: string;
  readonly remedies?: readonly Remedy[];
}

/** The part of a value that has to be evaluated to know which attributes it has, if that depends on the argument. */
function culpritIn(tree: Tree, ref: Ref, name: string): Culprit | undefined {
  const child = (index: number): Ref => tree.child(ref, index);
  const depends = (part: Ref): Range | undefined => dependsOn(tree, part, name)[0];
  switch (tree.kind(ref)) {
    case Node.Paren:
    case Node.Let:
      return culpritIn(tree, child(0), name);
    case Node.With: {
      const range = depends(child(0));
      return range === undefined
        ? culpritIn(tree, child(1), name)
        : { range, hint: "write the names out instead of 'with'" };
    }
    case Node.If: {
      if (depends(child(0)) === undefined) return culpritIn(tree, child(1), name) ?? culpritIn(tree, child(2), name);
      return { range: tree.range(child(0)), ...withMkIf(tree, child(0)) };
    }
    case Node.Binary:
      if (tree.kind(child(1)) !== Token.Update) return undefined;
      return culpritIn(tree, child(0), name) ?? culpritIn(tree, child(2), name) ?? culpritIn(tree, child(0), name);
    case Node.Apply:
      return culpritInCall(tree, ref, name);
    case Node.AttrSet: {
      const computed = tree
        .children(ref)
        .flatMap((binding) => (tree.kind(binding) === Node.Binding ? usesOf(tree, tree.child(binding, 0), name) : []));
      return computed[0] === undefined
        ? undefined
        : { range: computed[0], hint: "the names of options cannot depend on it" };
    }
    case Token.Identifier:
    case Node.Select: {
      const range = depends(ref);
      return range === undefined ? undefined : { range: tree.range(ref) };
    }
    default:
      return undefined;
  }
}

/** The module system looks through these without evaluating what they are given. */
const transparent: ReadonlySet<string> = new Set([
  "mkIf",
  "mkForce",
  "mkDefault",
  "mkOverride",
  "mkMerge",
  "mkBefore",
  "mkAfter",
]);

function culpritInCall(tree: Tree, ref: Ref, name: string): Culprit | undefined {
  const [callee, ...args] = tree.children(ref);
  const path = selectedPath(tree, callee!);
  const [inCallee] = dependsOn(tree, callee!, name);
  if (inCallee !== undefined) {
    const hint = path?.at(-2) === "lib" ? "take 'lib' from the arguments of the module instead" : undefined;
    return { range: tree.range(callee!), ...(hint === undefined ? {} : { hint }) };
  }
  const called = path?.at(-1) ?? "";
  if (called === "optionalAttrs" && dependsOn(tree, args[0]!, name).length > 0)
    return { range: tree.range(args[0]!), ...withMkIf(tree, args[0]!) };
  if (called === "mkMerge" && tree.kind(args[0]!) === Node.List) {
    for (const element of tree.children(args[0]!)) {
      const culprit = culpritIn(tree, element, name);
      if (culprit !== undefined) return culprit;
    }
    return undefined;
  }
  if (transparent.has(called)) return culpritIn(tree, args.at(-1)!, name);
  const range = args.flatMap((each) => dependsOn(tree, each, name))[0];
  return range === undefined ? undefined : { range };
}

function withMkIf(tree: Tree, condition: Ref): Pick<Culprit, "hint" | "remedies"> {
  const text = textOf(tree, condition);
  const hint = "put the set into 'lib.mkIf', which keeps the condition for later";
  if (text.includes("\n") || text.length > LONGEST) return { hint };
  const isAtom = /^[\w.'-]+$/u.test(text) || tree.kind(condition) === Node.Paren;
  return {
    hint,
    remedies: [{ text: "write it like this", lines: [`config = lib.mkIf ${isAtom ? text : `(${text})`} { … };`] }],
  };
}

const LONGEST = 60;
