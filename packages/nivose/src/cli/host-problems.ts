/** Tells of hosts and flakes that cannot be evaluated. */

import path from "node:path";
import type { HostProblem } from "../fleet/host.ts";
import { toolMessages } from "../report/messages.ts";
import type { Context } from "./context.ts";
import type { Findings } from "./findings.ts";

/** `command` is what tells more. */
export function addProblem(findings: Findings, name: string, problem: HostProblem, command: string): void {
  const code = problem.isLimit
    ? "host-out-of-reach"
    : problem.class === undefined
      ? "host-broken"
      : problem.class === "paper"
        ? "host-broken-on-paper"
        : "host-doubted-on-paper";
  const message = toolMessages[code](name, problem.problem, command);
  findings.addFailure(message, `${name} cannot be evaluated`, problem.advice);
}

/**
 * The command that tells why a host cannot be evaluated. It asks for what the host becomes: a configuration itself is a set
 * of everything, and of that megabytes are printed, in which the error is a value among others.
 */
export function hostCommand(
  { flake, attribute }: { readonly flake: string; readonly attribute: string },
  root: string,
  context: Context,
): string {
  const result = results.find(({ output }) => attribute.startsWith(`${output}.`))?.result ?? "";
  return `eval ${typedFolder(path.join(root, flake), context)}#${attribute}${result}`;
}

const SYSTEM = ".config.system.build.toplevel";

const results = [
  { output: "nixosConfigurations", result: SYSTEM },
  { output: "darwinConfigurations", result: SYSTEM },
  { output: "homeConfigurations", result: ".activationPackage" },
  { output: "colmenaHive.nodes", result: SYSTEM },
];

/** As a user would type it here. */
export function typedFolder(folder: string, { cwd }: Context): string {
  const relative = path.relative(cwd, folder);
  return relative === "" ? "." : relative.startsWith("..") ? relative : `./${relative}`;
}
