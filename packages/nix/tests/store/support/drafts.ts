/** From a derivation back to what an expression said about it: everything but the paths. */

import type { Derivation } from "../../../src/store/derivation.ts";
import type { DerivationDraft, DraftOutputs } from "../../../src/store/instantiate.ts";

export function draftOf(derivation: Derivation): DerivationDraft {
  const { name, system, builder, args, inputSources, inputDerivations } = derivation;
  const env = new Map(derivation.env);
  for (const output of derivation.outputs.keys()) env.delete(output);
  return { name, system, builder, args, inputSources, env, inputDerivations, outputs: draftOutputs(derivation) };
}

function draftOutputs({ outputs }: Derivation): DraftOutputs {
  const names = [...outputs.keys()];
  const first = outputs.get(names[0]!)!;
  switch (first.kind) {
    case "input-addressed":
    case "deferred":
      return { kind: "input-addressed", names };
    case "fixed":
      return first;
    case "floating":
    case "impure":
      return { ...first, names };
  }
}
