/** Which projects have an option, as far as paper knows their options. */

import type { HostKind } from "../fleet/host.ts";
import { optionData } from "../schema/option-data.ts";

export function kindsThatHave(option: readonly string[], kinds: readonly HostKind[]): readonly HostKind[] {
  return kinds.filter((kind) => optionData(kind).has(option));
}
