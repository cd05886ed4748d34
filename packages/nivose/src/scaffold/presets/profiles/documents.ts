/** Documents that depend on the hosts. */

import type { Draft } from "../../draft.ts";
import type { Fleet } from "../../spec/fleet-spec.ts";
import type { Templates, Values } from "../../template.ts";
import type { Facts } from "./facts.ts";

export function documents(_fleet: Fleet, _facts: Facts, _values: Values, _templates: Templates): Draft[] {
  return [];
}
