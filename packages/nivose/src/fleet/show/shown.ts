/** A fleet with all that is shown of it: what its flakes give, and what its files `fleet.nix` and lock files say. */

import type { HostData } from "../data/fleet-data.ts";
import { type FleetHost, type HostProblem, isProblem, type PaperClass, type Target } from "../host.ts";
import type { FlakeInput } from "../inputs/inputs.ts";

export interface ShownFleet {
  readonly flakes: readonly ShownFlake[];
  readonly hosts: readonly ShownHost[];
  /** What tools that deploy know, and no host has the name of. */
  readonly targets: readonly Target[];
}

export interface ShownFlake {
  /** Relative to the repository; empty for the top. */
  readonly folder: string;
  /** What of it could not be read: an output, or all of it. */
  readonly broken: readonly { readonly output?: string; readonly problem: HostProblem }[];
  readonly inputs: readonly FlakeInput[];
}

export interface ShownHost extends FleetHost {
  /** If inputs of its flake were taken from paper. */
  readonly class?: PaperClass | undefined;
  readonly data: HostData | undefined;
}

/** Of its whole system, if it was asked for and can be had. */
export function derivationOf({ facts }: FleetHost): string | undefined {
  const becomes = isProblem(facts) ? undefined : facts.becomes;
  return becomes === undefined || "problem" in becomes ? undefined : becomes.derivation;
}

/** Other flakes of the repository that a flake takes. */
export function edgesOf({ inputs }: ShownFlake): string[] {
  return [...new Set(inputs.flatMap(({ flake }) => (flake === undefined ? [] : [flake])))].toSorted();
}

/** Those of operators first. */
export function tagsOf({ data, targets }: ShownHost): string[] {
  return [...new Set([...(data?.tags ?? []), ...targets.flatMap(({ tags }) => tags)])];
}

/** How it is reached: `root@192.168.1.10:2222`. What operators say goes before what tools that deploy are told. */
export function addressOf({ data, targets }: Pick<ShownHost, "data" | "targets">): string | undefined {
  const target = targets.find(({ address }) => address !== undefined);
  const address = data?.address ?? target?.address;
  if (address === undefined) return undefined;
  // a port belongs to an address, and whoever logs in there
  const same = target?.address === address ? target : undefined;
  return loginText({ address, port: data?.port ?? same?.port, user: data?.user ?? same?.user });
}

export function loginText({
  address,
  port,
  user,
}: {
  readonly address: string;
  readonly port: number | undefined;
  readonly user: string | undefined;
}): string {
  const place =
    port === undefined || port === 22 ? address : address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
  return user === undefined ? place : `${user}@${place}`;
}
