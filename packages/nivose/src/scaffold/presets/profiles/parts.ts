/** What the profiles preset offers, and on which platforms. */

import type { HostKind } from "../../spec/fleet-spec.ts";

/** The platforms of each role: `roles/default.nix` says the same to Nix. */
export const roles: Readonly<Record<string, readonly HostKind[]>> = {
  workstation: ["nixos", "darwin", "home"],
  development: ["nixos", "darwin", "home"],
  "service-host": ["nixos"],
  "container-host": ["nixos"],
  "low-resource": ["nixos"],
};

export const profileNames = ["personal", "work", "server", "gaming"] as const;

export const serviceNames = ["backup-server", "files", "media", "monitoring", "proxy"] as const;

export const shells = ["python", "node", "rust", "go", "nix"] as const;
