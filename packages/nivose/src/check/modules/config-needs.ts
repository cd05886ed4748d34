/** What a module needs to say which options it sets: the first thing that it is asked. */

import { Node, type Ref, Token } from "@nivose/nix/syntax";
import type { SourceFile } from "../source/source-file.ts";
import type { Forced, Need } from "./forced.ts";

export interface ConfigNeed extends Need {
  /** What it stands in, as far as that suggests how to write it. */
  readonly where: "condition" | "with" | "callee" | "other";
}

/** Of the value of `config`, or of a module that is as a whole that value. */
export function needsOfConfig(file: SourceFile, forced: Forced, ref: Ref): readonly ConfigNeed[] {
  const { tree } = file;
  const child = (index: number): Ref => tree.child(ref, index);
  const inner = (part: Ref): readonly ConfigNeed[] => needsOfConfig(file, forced, part);
  const own = (part: Ref, where: ConfigNeed["where"] = "other"): readonly ConfigNeed[] => {
    const need = forced.of(part);
    return need === undefined ? [] : [{ ...need, where: isByWith(file, need) ? "with" : where }];
  };
  switch (tree.kind(ref)) {
    case Node.Paren:
    case Node.Let:
      return inner(child(0));
    case Node.With:
      return inner(child(1));
    case Node.Assert:
      return [...own(child(0)), ...inner(child(1))];
    case Node.If: {
      const condition = own(child(0), "condition");
      return condition.length > 0 ? condition : sometimes([...inner(child(1)), ...inner(child(2))]);
    }
    case Node.Binary:
      return tree.kind(child(1)) === Token.Update ? [...inner(child(0)), ...inner(child(2))] : own(ref);
    case Node.Apply: {
      const [callee, ...args] = tree.children(ref);
      const ofCallee = own(callee!, "callee");
      if (ofCallee.length > 0) return ofCallee;
      const name = forced.nameOf(callee!) ?? "";
      if (name === "mkMerge" && args.length === 1) return needsOfMerged(file, forced, args[0]!);
      if (Object.hasOwn(properties, name)) return args.length === properties[name] ? inner(args.at(-1)!) : [];
      return own(ref, name === "optionalAttrs" ? "condition" : "other");
    }
    default:
      return own(ref);
  }
}

/** The module system looks through these, and at their last argument only. */
const properties: Readonly<Record<string, number>> = {
  mkIf: 2,
  mkOverride: 2,
  mkOrder: 2,
  mkForce: 1,
  mkDefault: 1,
  mkBefore: 1,
  mkAfter: 1,
};

function needsOfMerged(file: SourceFile, forced: Forced, list: Ref): readonly ConfigNeed[] {
  const { tree } = file;
  switch (tree.kind(list)) {
    case Node.Paren:
      return needsOfMerged(file, forced, tree.child(list, 0));
    case Node.List:
      return tree.children(list).flatMap((element) => needsOfConfig(file, forced, element));
    default: {
      const need = forced.of(list);
      return need === undefined ? [] : [{ ...need, where: "other" }];
    }
  }
}

/** Whether the name itself says nothing of what is needed, which the `with` around it does. */
function isByWith({ analysis: { meanings } }: SourceFile, { at }: Need): boolean {
  return meanings[~at]! < 0;
}

function sometimes(needs: readonly ConfigNeed[]): readonly ConfigNeed[] {
  return needs.map((need) => ({ ...need, isSometimes: true }));
}
