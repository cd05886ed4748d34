/** Somebody who listens on a port of a host. */

import type { Protocol } from "../../services/service.ts";
import type { Address } from "./address.ts";

export interface Listener {
  /** By which two are known to be the same: what runs them. */
  readonly unit: string;
  /** As people write it. */
  readonly title: string;
  readonly port: number;
  readonly protocol: Protocol;
  readonly address: Address;
  /** As it was written; nothing if it was not. */
  readonly host: string | undefined;
  /** The options that say so, the most telling one first. Whole paths. */
  readonly options: readonly (readonly string[])[];
  /** The option that opens its port, and whether it does. */
  readonly firewall?: { readonly option: readonly string[]; readonly isOn: boolean } | undefined;
  readonly isForOthers: boolean;
  /** In the catalogue. */
  readonly service?: string;
}
