/** How a flake says its outputs, as far as something can be added to them. */

import { type Ref, view } from "@nivose/nix/syntax";
import type { SourceFile } from "../../check/source/source-file.ts";
import type { Site } from "../site/site.ts";
import { attributeAt } from "../edit/attributes.ts";

/** Whether they are modules of flake-parts. Other libraries have a `mkFlake`, too. */
export function isOfParts(flake: SourceFile): boolean {
  return flake.mentions("mkFlake", "evalFlakeModule") && flake.mentions("flake-parts");
}

/** Whether the set is what a function makes of each system, or of something else: what is said in it is no output by itself. */
export function isOfEachSystem(flake: SourceFile, set: Ref): boolean {
  const outputs = attributeAt(flake, ["outputs"]);
  if (outputs === undefined) return false;
  const { tree } = flake;
  const { start, end } = tree.range(set);
  const within = (ref: Ref): boolean => tree.range(ref).start <= start && end <= tree.range(ref).end;
  const isCalled = (ref: Ref): boolean => {
    if (ref === set || tree.isToken(ref)) return false;
    const node = view(tree, ref);
    switch (node.kind) {
      case "paren":
        return isCalled(node.expression);
      case "lambda":
      case "let":
      case "with":
      case "assert":
        return isCalled(node.body);
      case "binary":
        return isCalled(within(node.left) ? node.left : node.right);
      case "apply":
        return !/(?:^|\.)mkFlake$/u.test(flake.text(node.function));
      default:
        return true;
    }
  };
  return isCalled(outputs.value);
}

/** The packages of nixpkgs for a system, by the name that the outputs have for nixpkgs; nothing if they have none. */
export function legacyPackages(flake: SourceFile, { repository }: Site, system: string): string | undefined {
  const inputs = repository.flakes.find(({ folder }) => folder === "")?.inputs ?? [];
  const outputs = attributeAt(flake, ["outputs"]);
  if (outputs === undefined || !inputs.some(({ name }) => name === "nixpkgs")) return undefined;
  const lambda = view(flake.tree, outputs.value);
  if (lambda.kind !== "lambda") return undefined;
  const formals = lambda.formals === undefined ? undefined : view(flake.tree, lambda.formals);
  const names = formals?.kind === "formals" ? formals.formals.map((each) => flake.text(flake.tree.child(each, 0))) : [];
  if (names.includes("nixpkgs")) return `nixpkgs.legacyPackages.${system}`;
  return lambda.name === undefined ? undefined : `${flake.text(lambda.name)}.nixpkgs.legacyPackages.${system}`;
}

/** The one that it names first. */
export function systemOf(flake: SourceFile): string {
  return /\b(?:x86_64|aarch64)-linux\b/u.exec(Buffer.from(flake.bytes).toString())?.[0] ?? "x86_64-linux";
}
