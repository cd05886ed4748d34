/** One expression by our evaluator: the printed value, or `error: ` and the whole text of the error. */

import { runEvaluation } from "../../../src/evaluation.ts";

export function evaluated(expression: string, features: readonly string[] = []): string {
  const reply = runEvaluation(
    {
      expression: { kind: "text", text: Buffer.from(expression, "latin1"), name: "/here/file.nix", folder: "/" },
      selections: [""],
      args: [],
      output: "value",
      strict: true,
      location: false,
      settings: { experimentalFeatures: new Set(features) },
    },
    () => {},
  );
  return reply.ok ? reply.output.trimEnd() : `error: ${reply.failure.text}`;
}
