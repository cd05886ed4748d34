/** What operators know of hosts, as a `fleet.nix` says it: `docs/fleet-data.md`. */

export interface HostData {
  readonly description?: string;
  readonly kind?: string;
  readonly system?: string;
  readonly address?: string;
  readonly port?: number;
  readonly user?: string;
  readonly users?: readonly string[];
  readonly tags?: readonly string[];
  readonly wave?: number;
  readonly dependsOn?: readonly string[];
  readonly health?: readonly HealthCheck[];
}

export type HealthCheck = (
  | { readonly http: string; readonly status?: number }
  | { readonly tcp: number }
  | { readonly unit: string }
  | { readonly command: string }
) & { readonly timeout?: number };

/** A value of Nix with its type, as far as it was looked at. */
export type Raw =
  | { readonly type: "string"; readonly value: string }
  | { readonly type: "int"; readonly value: number }
  | { readonly type: "list"; readonly value: readonly Raw[] }
  | { readonly type: "set"; readonly value: Readonly<Record<string, Raw>> }
  | { readonly type: "error"; readonly value: string }
  | { readonly type: "bool" | "float" | "null" | "path" | "lambda" | "unread" };

/** Names of the parts of a value, from the outside in. */
export type DataPath = readonly (string | number)[];
