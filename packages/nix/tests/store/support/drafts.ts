/** From a derivation back to what an expression said about it: everything but the paths. */

import { BuilderEnvironment } from "../../../src/store/builder-environment.ts";
import type { Derivation } from "../../../src/store/derivation.ts";
import type { DerivationDraft, DraftOutputs } from "../../../src/store/instantiate.ts";

export function draftOf(derivation: Derivation): DerivationDraft {
  const { name, system, builder, args, inputSources, inputDerivations } = derivation;
  const env = BuilderEnvironment.from([...derivation.env].filter(([name]) => !derivation.outputs.has(name)));
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
