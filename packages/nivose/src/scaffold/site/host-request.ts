/** A host that is to be added, as it was asked for. */

import type { HostSpec } from "../spec/fleet-spec.ts";

export interface HostRequest {
  /** What is left out is as it usually is in the repository. */
  readonly host: HostSpec;
  /** The host that it is made like; one is chosen if nothing is said. */
  readonly like?: string;
  /** What `nixos-generate-config` found out about the machine: a module. */
  readonly hardwareConfig?: GivenFile;
  /** What `nixos-facter` found out about it: JSON. */
  readonly facter?: GivenFile;
}

export interface GivenFile {
  /** As the user named it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}
