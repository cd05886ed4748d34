/** The flakes and what each takes as its inputs. */

import { usesDisko } from "../../parts/hardware.ts";
import type { DraftFlake, FlakeInput } from "../../preset.ts";
import type { Fleet } from "../../spec/fleet-spec.ts";
import { flakeOf, type HostFlake, stationsOf } from "./places.ts";

const nixpkgs: FlakeInput = { kind: "pinned", name: "nixpkgs" };

export function flakesOf(fleet: Fleet, hasSecrets: boolean): DraftFlake[] {
  const secrets = hasSecrets ? [sibling("secrets", ["nixpkgs"])] : [];
  const hostFlake = (folder: HostFlake): DraftFlake => ({
    folder,
    inputs: [
      nixpkgs,
      sibling("shared-modules", ["nixpkgs"]),
      sibling("user-environments", ["nixpkgs"]),
      sibling("services", ["nixpkgs", "shared-modules"]),
      ...secrets,
      ...(needsDisko(fleet, folder) ? [pinned("disko")] : []),
    ],
  });
  const followed = ["nixpkgs", "services", "user-environments", ...(hasSecrets ? ["secrets"] : [])];
  return [
    { folder: "shared-modules", inputs: [nixpkgs] },
    { folder: "packages", inputs: [nixpkgs] },
    ...(hasSecrets ? [{ folder: "secrets", inputs: [nixpkgs, pinned("sops-nix")] }] : []),
    { folder: "services", inputs: [nixpkgs, sibling("shared-modules", ["nixpkgs"])] },
    { folder: "user-environments", inputs: [nixpkgs, pinned("home-manager"), sibling("packages", ["nixpkgs"])] },
    { folder: "development", inputs: [nixpkgs, sibling("packages", ["nixpkgs"])] },
    hostFlake("desktop-systems"),
    hostFlake("minimal-systems"),
    {
      folder: "deployment",
      inputs: [
        nixpkgs,
        sibling("desktop-systems", followed),
        sibling("minimal-systems", followed),
        sibling("user-environments", ["nixpkgs"]),
        sibling("services", ["nixpkgs"]),
        ...secrets,
      ],
    },
  ];
}

/** Whether a flake has a station whose disk is laid out by disko. */
export function needsDisko({ hosts }: Fleet, flake: HostFlake): boolean {
  return stationsOf(hosts).some((host) => flakeOf(host) === flake && usesDisko(host));
}

function pinned(name: string): FlakeInput {
  return { kind: "pinned", name, follows: { nixpkgs: "nixpkgs" } };
}

/** What follows has the same name on both sides. */
function sibling(folder: string, follows: readonly string[]): FlakeInput {
  return { kind: "sibling", name: folder, folder, follows: Object.fromEntries(follows.map((name) => [name, name])) };
}
