/** What is asked of a flake as a whole: the names of its hosts, and of what deploys them. */

import { hostOutputs } from "../host.ts";
import { words } from "./shared.ts";

/** Names by output; an output whose names cannot be had is `null`. */
export interface OutputNames {
  readonly nixosConfigurations: readonly string[] | null;
  readonly darwinConfigurations: readonly string[] | null;
  readonly homeConfigurations: readonly string[] | null;
  /** Nodes of deploy-rs. */
  readonly deploy: readonly string[] | null;
  /** Nodes of colmena, as it has evaluated them. */
  readonly colmenaHive: readonly string[] | null;
  /** Nodes of colmena, for it to evaluate. */
  readonly colmena: readonly string[] | null;
}

/** Only what has to be known to tell the names is evaluated. */
export const outputsQuestion = `
{ attempt, ... }: outputs:
let
${words}
  of = set: or' null (whole (attrNames set));
in
{
${Object.keys(hostOutputs)
  .map((name) => `  ${name} = of (outputs.${name} or { });`)
  .join("\n")}
  deploy = of (outputs.deploy.nodes or { });
  colmenaHive = of (outputs.colmenaHive.nodes or { });
  colmena = of (removeAttrs (outputs.colmena or { }) [ "meta" "network" "defaults" ]);
}
`;

/** The names of the checks of a flake, whatever systems they are for; asked by itself, as it takes longer than names of hosts. */
export const checksQuestion = `
{ attempt, ... }: outputs:
let
${words}
in
concatMap (system: attrNames outputs.checks.\${system}) (attrNames (outputs.checks or { }))
`;

/** Asked if the names of an output cannot be had, to learn why. */
export function namesQuestion(output: string): string {
  return `outputs: builtins.attrNames outputs.${output}`;
}
