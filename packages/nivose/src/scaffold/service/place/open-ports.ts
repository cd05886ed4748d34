/** Ports that were opened for a service that goes, in a file that stays: some of them others need as well. */

import { tellPorts } from "../../../check/services/words.ts";
import { isSettings, type Settings, settingsAt, type Value } from "../../../services/settings.ts";
import type { Surroundings } from "../draft/surroundings.ts";
import { isOpenWithout, protocolOf, userOf } from "./needed-ports.ts";

interface OpenPorts {
  /** The settings without those that others have. */
  readonly free: Settings;
  /** Those that others have, each as it would be closed. */
  readonly shared: readonly { readonly settings: Settings; readonly note: string }[];
}

/** `beside` is what was written beside the service in the file; it is not among `around`. */
export function openPorts(beside: Settings, file: string, around: Surroundings): OpenPorts {
  const { networking, ...others } = beside;
  const firewall =
    networking !== undefined && isSettings(networking) ? (networking as Settings)["firewall"] : undefined;
  if (firewall === undefined || !isSettings(firewall)) return { free: beside, shared: [] };
  const left: Record<string, Value> = {};
  const shared: OpenPorts["shared"][number][] = [];
  for (const [option, numbers] of Object.entries(firewall as Settings)) {
    const protocol = protocolOf(option);
    if (protocol === undefined || !Array.isArray(numbers)) {
      left[option] = numbers;
      continue;
    }
    const path = ["networking", "firewall", option];
    const own: Value[] = [];
    for (const number of numbers as readonly Value[]) {
      const port = Number(number);
      const isOpen = isOpenWithout((each) => each === file, { option: path, port, protocol }, around);
      const user = isOpen ? undefined : userOf(() => false, { port, protocol }, around);
      if (user === undefined) own.push(number);
      else
        shared.push({
          settings: settingsAt(path, [port]),
          note: `${tellPorts([{ port, protocol }])} of ${around.host.host.name} stays open: ${user.why}.`,
        });
    }
    if (own.length > 0) left[option] = own;
  }
  const rest = Object.keys(left).length === 0 ? {} : { networking: { ...(networking as Settings), firewall: left } };
  return { free: { ...others, ...rest }, shared };
}
