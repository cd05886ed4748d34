/** What the hosts of a repository evaluate to, and what `check` says of them: on paper, or with the folders that flags tell. */

import type { Copy } from "./copy.ts";

export type FleetKind = "nixos" | "darwin" | "home";

export interface Host {
  readonly name: string;
  readonly flake: string;
  readonly attribute: string;
  readonly kind: FleetKind;
  readonly users: readonly string[];
  /** Or why there is none. */
  readonly derivation: string;
}

export function hostsOf(copy: Copy, flags: readonly string[]): readonly Host[] {
  const { stdout, stderr } = copy.nivose("show", "--derivations", "--json", "--workers", "1", ...flags);
  if (!stdout.startsWith("{")) throw new Error(stderr);
  const { hosts, diagnostics } = JSON.parse(stdout) as {
    hosts: readonly (Omit<Host, "derivation"> & { derivation?: string })[];
    diagnostics: readonly { text: string }[];
  };
  if (hosts.length === 0 && diagnostics.length > 0) throw new Error(diagnostics.map(({ text }) => text).join("\n"));
  return hosts.map(({ derivation, name, flake, attribute, kind, users = [] }) => {
    const why = diagnostics.find(({ text }) => text.includes(name))?.text ?? "no derivation";
    return { name, flake, attribute, kind, users, derivation: derivation ?? why };
  });
}

/** Those that have become another one, or are gone. */
export function changedHosts(before: readonly Host[], after: readonly Host[]): readonly Host[] {
  return before.filter(
    ({ name, flake, derivation }) =>
      after.find((each) => each.name === name && each.flake === flake)?.derivation !== derivation,
  );
}

export function hasDerivation({ derivation }: Host): boolean {
  return derivation.endsWith(".drv");
}

export function findingsOf(copy: Copy, flags: readonly string[]): readonly string[] {
  const { stdout, stderr } = copy.nivose("check", "--json", ...flags);
  if (!stdout.startsWith("{")) throw new Error(stderr);
  const { findings } = JSON.parse(stdout) as {
    findings: readonly { code: string; file?: string; text?: string; message?: string }[];
  };
  return findings.map(({ code, file = "", text, message = text }) => `${code}@${file}: ${message}`);
}
