/** What the verbs have in common that change a service on a host, for which the host is evaluated. */

import { evaluationFlags, flakeFlags, paperFlags } from "../../evaluation-flags.ts";
import type { Arguments, Flag, Flags } from "../../verb.ts";
import { workerFlags } from "../../worker-flags.ts";
import { partNames } from "./part-names.ts";
import { growFlags } from "./shared.ts";

export const onHost: Flag = {
  kind: "text",
  brief: "The host",
  placeholder: "HOST",
  completes: partNames("hosts"),
};

export const evaluatedGrowFlags: Flags = {
  ...growFlags,
  ...flakeFlags,
  ...paperFlags,
  ...workerFlags,
  ...evaluationFlags,
};

export const catalogueName: Arguments = {
  placeholder: "NAME",
  brief: "The service, as 'nivose services' lists it",
  least: 1,
  most: 1,
  completes: async () => (await import("../../service-names.ts")).serviceNames(),
};
