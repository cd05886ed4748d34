/** A fleet as `init` is told of it. What is left out is filled in by `resolve.ts`. */

export type PresetName = "homelab" | "parts" | "profiles" | "multi-flake" | "package";
export type HostKind = "nixos" | "darwin" | "home";
export type Release = string;

export interface FleetSpec {
  /** The name of the repository. */
  readonly name?: string;
  readonly description?: string;
  /** The set below which the fleet's own options lie. */
  readonly namespace?: string;
  readonly release?: Release;
  readonly hosts?: readonly HostSpec[];
  readonly users?: readonly UserSpec[];
  readonly shells?: readonly string[];
  readonly secrets?: SecretsSpec;
  readonly deployment?: string;
  readonly ci?: readonly string[];
  readonly package?: PackageSpec;
}

export interface HostSpec {
  readonly name: string;
  readonly kind?: HostKind;
  readonly system?: string;
  readonly description?: string;
  readonly hardware?: string;
  readonly disk?: string;
  readonly roles?: readonly string[];
  readonly profiles?: readonly string[];
  readonly users?: readonly string[];
  readonly services?: readonly string[];
  readonly address?: string;
  readonly tags?: readonly string[];
  readonly wave?: number;
  readonly dependsOn?: readonly string[];
  readonly stateVersion?: string;
  /** The age recipient of the host's SSH key. */
  readonly age?: string;
}

export interface UserSpec {
  readonly name: string;
  readonly fullName?: string;
  readonly email?: string;
  readonly sshKeys?: readonly string[];
  /** Whether the person may become root. */
  readonly admin?: boolean;
}

export interface SecretsSpec {
  readonly kind?: "sops" | "none";
  /** Who may read every secret; without any, `init` uses the key of whoever runs it. */
  readonly operators?: readonly { readonly name: string; readonly age: string }[];
}

export interface PackageSpec {
  /** What it is made from: a small program of its own, or the sources of Toshy. */
  readonly kind?: PackageKind;
  readonly version?: string;
  readonly homepage?: string;
  /** One of nixpkgs' `lib.licenses`. */
  readonly license?: string;
  readonly systems?: readonly string[];
  readonly formatter?: PackageFormatter;
}

export type PackageKind = "tool" | "toshy";
export type PackageFormatter = "nixfmt" | "nixpkgs-fmt";

/** A spec with nothing left out. */
export interface Fleet {
  readonly preset: PresetName;
  readonly name: string;
  readonly description: string;
  readonly namespace: string;
  readonly release: Release;
  readonly hosts: readonly Host[];
  readonly users: readonly User[];
  readonly shells: readonly string[];
  /** Nothing if the fleet has no secrets. */
  readonly secrets: Secrets | undefined;
  readonly deployment: string;
  readonly ci: readonly string[];
  readonly package: PackageSpec;
}

export interface Host {
  readonly name: string;
  readonly kind: HostKind;
  readonly system: string;
  readonly description: string;
  readonly hardware: string;
  readonly disk: string;
  readonly roles: readonly string[];
  readonly profiles: readonly string[];
  readonly users: readonly string[];
  readonly services: readonly string[];
  readonly address: string;
  readonly tags: readonly string[];
  readonly wave: number;
  readonly dependsOn: readonly string[];
  readonly stateVersion: string;
  readonly age: string | undefined;
}

export interface User {
  readonly name: string;
  readonly fullName: string;
  readonly email: string;
  readonly sshKeys: readonly string[];
  readonly admin: boolean;
}

export interface Secrets {
  readonly operators: readonly { readonly name: string; readonly age: string }[];
}
