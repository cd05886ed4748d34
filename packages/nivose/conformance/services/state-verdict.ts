/** The folders of an entry beside those that units and `systemd-tmpfiles` of the system make. */

import { catalogue } from "../../src/services/catalogue.ts";
import { servicesOf, type Wish } from "./module.ts";
import { instanceOf, optionPath } from "./places.ts";
import type { System } from "./question.ts";
import type { Verdict } from "./verdict.ts";

export function stateVerdict(wish: Wish, { services, folders, values }: System, empty: System): Verdict {
  const problems: string[] = [];
  const unseen: string[] = [];
  const service = catalogue[wish.name]!;
  const made = Object.values(services).flatMap(({ state, isDynamic }) =>
    state.map((each) => `/var/lib/${isDynamic ? "private/" : ""}${each}`),
  );
  const isWithin = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}/`);
  const paths = (service.state ?? []).map((each) => instanceOf(service, each.path));
  for (const each of service.state ?? []) {
    const folder = instanceOf(service, each.path);
    if (each.option !== undefined) {
      const value = values[optionPath(service, each.option)];
      const all = [value]
        .flat()
        .map((one) => (each.below === undefined ? String(one) : `${each.below}/${String(one)}`));
      if (!all.some((one) => isWithin(one.replace(/\/$/u, ""), folder)))
        problems.push(`${each.option} is ${all.join(", ")}, not ${folder}`);
    } else if (![...made, ...folders].some((one) => isWithin(folder, one) || isWithin(one, folder)))
      unseen.push(folder);
    const { dump } = each;
    if (wish.isFull && dump?.option !== undefined && values[dump.option] !== dump.path)
      problems.push(`${dump.option} is ${String(values[dump.option])}, not ${dump.path}`);
  }
  const others = servicesOf(wish).slice(1);
  if (others.length > 0 || service.needs?.some(({ isBuiltIn }) => isBuiltIn)) return { problems, unseen };
  for (const folder of made)
    if (!paths.some((one) => isWithin(folder, one) || isWithin(one, folder)))
      problems.push(`it keeps something in ${folder}, of which the entry says nothing`);
  for (const folder of folders.filter((one) => one.startsWith("/var/lib/") && !empty.folders.includes(one)))
    if (
      ![...paths, ...made.map((one) => one.replace("/private/", "/"))].some(
        (one) => isWithin(folder, one) || isWithin(one, folder),
      )
    )
      problems.push(`it has the folder ${folder}, of which the entry says nothing`);
  return { problems: [...new Set(problems)], unseen };
}
