/** What a module needs to say which options it sets: the first thing that it is asked. */

import { Node, type Ref, Token } from "@nivose/nix/syntax";
import type { SourceFile } from "../source/source-file.ts";
import type { Forced, Need } from "./forced.ts";
import { needsOfStructure } from "./structure.ts";

export interface ConfigNeed extends Need {
  /** What it stands in, as far as that suggests how to write it. */
  readonly where: "condition" | "with" | "callee" | "other";
}

/** Of the value of `config`, or of a module that is as a whole that value. */
export function needsOfConfig(file: SourceFile, forced: Forced, ref: Ref): readonly ConfigNeed[] {
  const { tree } = file;
  const own = (part: Ref, where: ConfigNeed["where"]): readonly ConfigNeed[] => {
    const need = forced.of(part);
    return need === undefined ? [] : [{ ...need, where: isByWith(file, need) ? "with" : where }];
  };
  const inside = (part: Ref): readonly ConfigNeed[] | undefined => {
    if (tree.kind(part) !== Node.Apply) return undefined;
    const [callee, ...args] = tree.children(part);
    const ofCallee = own(callee!, "callee");
    if (ofCallee.length > 0) return ofCallee;
    const name = forced.nameOf(callee!) ?? "";
    if (name === "mkMerge" && args.length === 1) return needsOfMerged(file, forced, args[0]!);
    if (Object.hasOwn(properties, name))
      return args.length === properties[name] ? needsOfConfig(file, forced, args.at(-1)!) : [];
    return own(part, name === "optionalAttrs" ? "condition" : "other");
  };
  const ofPart = (part: Ref, isCondition: boolean): readonly ConfigNeed[] =>
    own(part, isCondition ? "condition" : "other");
  return needsOfStructure(file, { joint: Token.Update, own: ofPart, inside }, ref);
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
