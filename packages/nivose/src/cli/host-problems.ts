/** Tells of hosts and flakes that cannot be evaluated. */

import type { HostProblem } from "../fleet/host.ts";
import { toolMessages } from "../report/messages.ts";
import type { Findings } from "./findings.ts";

/** `command` is what tells more. */
export function addProblem(findings: Findings, name: string, problem: HostProblem, command: string): void {
  const code = problem.isLimit ? "host-out-of-reach" : "host-broken";
  const message = toolMessages[code](name, problem.problem, command);
  findings.addFailure(message, `${name} cannot be evaluated`, problem.advice);
}
