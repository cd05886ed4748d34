/** The inputs of a flake as its `flake.nix` writes them, with what it says of the inputs of each. */

import type { Attributes } from "../fleet/inputs/same-repository.ts";
import { literalBindings } from "../fleet/inputs/declared-inputs.ts";

export interface DeclaredInput {
  readonly attributes: Attributes;
  readonly isFlake: boolean;
  /** The way to the input that it is, if it is that of somebody else. */
  readonly follows: readonly string[] | undefined;
  readonly inputs: ReadonlyMap<string, DeclaredInput>;
}

interface Growing {
  readonly attributes: Record<string, unknown>;
  isFlake: boolean;
  follows: readonly string[] | undefined;
  readonly inputs: Map<string, Growing>;
}

export function declaredTree(flake: Uint8Array): ReadonlyMap<string, DeclaredInput> {
  const top = fresh();
  for (const { names, written } of literalBindings(flake)) {
    let at = top;
    let rest = names;
    while (rest[0] === "inputs" && rest[1] !== undefined) {
      const next = at.inputs.get(rest[1]) ?? fresh();
      at.inputs.set(rest[1], next);
      at = next;
      rest = rest.slice(2);
    }
    const [key] = rest;
    if (at === top || key === undefined || rest.length > 1 || written === undefined) continue;
    if (key === "follows") at.follows = written.split("/").filter((step) => step !== "");
    else if (key === "flake") at.isFlake = written !== "false";
    else at.attributes[key] = written;
  }
  return top.inputs;
}

function fresh(): Growing {
  return { attributes: {}, isFlake: true, follows: undefined, inputs: new Map() };
}
