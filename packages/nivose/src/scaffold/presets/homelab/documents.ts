/** What is written for people: README, CHANGELOG and `docs/`. */

import type { Draft } from "../../draft.ts";
import type { Fleet } from "../../spec/fleet-spec.ts";
import type { Templates, Values } from "../../template.ts";

export function documents(_fleet: Fleet, templates: Templates, values: Values): Draft[] {
  return templates.all("docs", values);
}
