/** Platforms as Nix names them. */

import type { HostKind } from "../spec/fleet-spec.ts";

export function isSystem(text: string): boolean {
  return /^(?:x86_64|aarch64|i686|armv\dl|riscv64)-(?:linux|darwin)$/u.test(text);
}

export function isSystemOf(system: string, kind: HostKind): boolean {
  if (kind === "home") return isSystem(system);
  return isSystem(system) && system.endsWith("-darwin") === (kind === "darwin");
}
