/** Which projects have an option, as far as the lists of their options tell. */

import type { HostKind } from "../fleet/host.ts";
import { optionLists } from "../schema/option-lists.ts";
import { OptionTree } from "../schema/option-tree.ts";

export async function kindsThatHave(option: readonly string[], kinds: readonly HostKind[]): Promise<HostKind[]> {
  const found = await Promise.all(
    kinds.map(async (kind) => (new OptionTree([await optionLists[kind]()]).has(option) ? [kind] : [])),
  );
  return found.flat();
}
