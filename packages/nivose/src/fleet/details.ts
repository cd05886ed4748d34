/** All that is told of one host in depth, as the documentation of `--json` has it, from what the question gives. */

import type { LocalFile } from "./local-files.ts";
import { type Firewall, type Port, portsOf } from "./ports.ts";

export interface HostDetails {
  /** Of the nixpkgs, nix-darwin or Home Manager that it is made with. */
  readonly release?: string;
  readonly boot?: Boot;
  readonly network?: Network;
  readonly firewall?: Firewall;
  readonly services?: readonly Service[];
  readonly programs?: readonly Switch[];
  /** Options `enable` of the fleet's own that are on. */
  readonly switches?: readonly Switch[];
  readonly accounts?: readonly Account[];
  readonly homes?: readonly Home[];
  readonly fileSystems?: readonly FileSystem[];
  readonly swap?: readonly { readonly device: string | null; readonly size: number | null }[];
  readonly zram?: boolean;
  /** What disko would make. */
  readonly disks?: readonly { readonly name: string; readonly device: string | null; readonly type: string | null }[];
  /** Devices that are opened with a key when the machine starts. */
  readonly encrypted?: readonly string[];
  readonly secrets?: readonly Secret[];
  readonly packages?: readonly Package[];
  readonly containers?: readonly Container[];
  readonly jobs?: readonly {
    readonly name: string;
    readonly kind: "restic" | "borg" | "timer";
    readonly when: string | null;
  }[];
  readonly homebrew?: {
    readonly brews: readonly string[];
    readonly casks: readonly string[];
    readonly apps: readonly string[];
  } | null;
  /** Of a home. */
  readonly folder?: string;
}

export interface Boot {
  readonly loader: string | null;
  readonly kernel: string | null;
  readonly isContainer: boolean;
}

export interface Network {
  readonly hostName: string | null;
  readonly domain: string | null;
  readonly gateway: string | null;
  readonly nameservers: readonly string[];
  readonly addresses: readonly { readonly interface: string; readonly address: string }[];
}

/** An option `enable` that is on. */
export interface Switch {
  /** The path without `enable`; of services and programs without the name of the group, too. */
  readonly name: string;
  /** Whether a file of the repository sets it. */
  readonly isOwn: boolean;
  /** Who sets it. */
  readonly files: readonly string[];
}

export interface Service extends Switch {
  readonly ports: readonly Port[];
  /** Names of virtual hosts. */
  readonly sites: readonly string[];
  /** Whether its option says so, in whatever way it does. */
  readonly opensFirewall: boolean;
}

export interface Account {
  readonly name: string;
  /** Whether it is a person's. */
  readonly isNormal: boolean;
  readonly groups: readonly string[];
  readonly shell: string | null;
  /** How many keys may log in. */
  readonly keys: number;
  readonly packages: readonly string[];
}

/** A home of Home Manager within a system. */
export interface Home {
  readonly name: string;
  readonly stateVersion: string | null;
  readonly packages: readonly string[];
  readonly programs: readonly string[];
  readonly services: readonly string[];
}

export interface FileSystem {
  readonly path: string;
  readonly device: string | null;
  readonly type: string | null;
}

/** Never a value. */
export interface Secret {
  readonly name: string;
  readonly tool: "sops" | "age";
  readonly file: string | null;
  readonly owner: string | null;
  readonly path: string | null;
}

export interface Package {
  readonly name: string;
  /** Whether a file of the repository names it. */
  readonly isOwn: boolean;
}

export interface Container {
  readonly name: string;
  /** `podman`, `docker`, `nixos-container`, `microvm`. */
  readonly by: string;
  readonly image: string | null;
  readonly ports: readonly string[];
}

/** As the question gives them. */
export type RawDetails = Omit<HostDetails, "services" | "programs" | "switches" | "packages"> & {
  readonly services?: readonly RawService[];
  readonly programs?: readonly RawSwitch[];
  readonly switches?: readonly RawSwitch[];
  readonly packages?: readonly { readonly file: string; readonly names: readonly string[] }[];
};

interface RawSwitch {
  readonly path: readonly string[];
  readonly files: readonly string[];
  readonly declared: readonly string[];
}

interface RawService extends RawSwitch {
  readonly ports: readonly number[];
  readonly sites: readonly string[];
  readonly opensFirewall: boolean;
}

export function readDetails(raw: RawDetails, local: (file: string) => LocalFile): HostDetails {
  const { services, programs, switches, packages, secrets, ...others } = raw;
  const switchOf = ({ path, files }: RawSwitch, group: readonly string[]): Switch => {
    const found = files.map(local);
    const name = (group.includes(path[0]!) ? path.slice(1) : path).join(".");
    return { name, isOwn: found.some(({ isOwn }) => isOwn), files: [...new Set(found.map((file) => file.name))] };
  };
  return {
    ...others,
    ...(services === undefined
      ? {}
      : {
          services: onceEach(
            services.map((service) => ({
              ...switchOf(service, ["services"]),
              ports: portsOf(service.ports, raw.firewall),
              sites: service.sites,
              opensFirewall: service.opensFirewall,
            })),
          ),
        }),
    ...(programs === undefined ? {} : { programs: onceEach(programs.map((each) => switchOf(each, ["programs"]))) }),
    ...(switches === undefined
      ? {}
      : {
          switches: onceEach(
            switches
              .filter(({ declared }) => declared.some((file) => local(file).isOwn))
              .map((each) => switchOf(each, [])),
          ),
        }),
    ...(packages === undefined ? {} : { packages: packagesOf(packages, local) }),
    ...(secrets === undefined
      ? {}
      : {
          secrets: secrets.map((secret) => ({
            ...secret,
            file: secret.file === null ? null : local(secret.file).name,
          })),
        }),
  };
}

/** What two files give to the same set is there twice. */
function onceEach<Named extends Switch>(all: readonly Named[]): Named[] {
  const byName = new Map<string, Named>();
  for (const each of all) {
    const known = byName.get(each.name);
    byName.set(
      each.name,
      known === undefined
        ? each
        : { ...known, isOwn: known.isOwn || each.isOwn, files: [...new Set([...known.files, ...each.files])] },
    );
  }
  return inOrder([...byName.values()]);
}

function packagesOf(
  packages: NonNullable<RawDetails["packages"]>,
  local: (file: string) => LocalFile,
): readonly Package[] {
  const byName = new Map<string, boolean>();
  for (const { file, names } of packages) {
    const { isOwn } = local(file);
    for (const name of names) byName.set(name, isOwn || (byName.get(name) ?? false));
  }
  return inOrder([...byName].map(([name, isOwn]) => ({ name, isOwn })));
}

function inOrder<Named extends { readonly name: string }>(all: Named[]): Named[] {
  return all.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
