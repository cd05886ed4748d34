/** How a need is told: its places, and how far it can be relied on. */

import { Node, type Ref } from "@nivose/nix/syntax";
import type { Found } from "../finding.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Need } from "./forced.ts";
import type { SpecialArgs } from "./special-args.ts";

/** Arguments that the module system makes from what all modules say. */
export const made: ReadonlySet<string> = new Set(["config", "options", "pkgs"]);

/** The name that is needed. */
export function neededName({ tree }: SourceFile, { at, through }: Need): string {
  return tree.text(through ?? at);
}

export function placesOf(file: SourceFile, need: Need): Pick<Found, "at" | "related"> {
  const at = file.at(wholeName(file, need.at));
  if (need.through === undefined) return { at };
  const text = `this is where '${neededName(file, need)}' comes in`;
  return { at, related: [{ text, at: file.at(wholeName(file, need.through)) }] };
}

/** `pkgs` is known from the start where hosts are made with it; whether they are may not be known. */
export function isMadeLate(name: string, { names }: SpecialArgs): boolean {
  return made.has(name) && !names.has(name);
}

export function sureness(name: string, need: Need, { isComplete }: SpecialArgs): Pick<Found, "class"> {
  return need.isSometimes || (name === "pkgs" && !isComplete) ? { class: "heuristic" } : {};
}

/** `config.services.nginx` around its first name. */
function wholeName({ tree }: SourceFile, at: Ref): Ref {
  const around = tree.pathTo(tree.start(at));
  return around.findLast((ref) => tree.kind(ref) === Node.Select && tree.child(ref, 0) === at) ?? at;
}
