/** What it takes to run a service beside its options: ports, what it needs and offers, what to keep, how to see that it works. */

import type { Settings, Value } from "./settings.ts";

export type Protocol = "tcp" | "udp";

/** A port that it listens on, once it is enabled as its entry says. */
export interface Port {
  /** The one that it has if nobody says otherwise. */
  readonly number: number;
  /** `tcp`, if nothing is said. */
  readonly protocols?: readonly Protocol[];
  /** Where it listens if nobody says otherwise, as its options take it. All addresses, if nothing is said. */
  readonly address?: string;
  /** It takes every address that an interface has, one by one, so that another one of the machine such as `127.0.0.53` stays free. */
  readonly isEach?: boolean;
  /**
   * What to write, relative to `options`, so that it has another number or address. It mentions them as `$port` and `$address`;
   * what neither it nor `enable` mentions cannot be changed.
   */
  readonly set?: Settings;
  /** Who has to reach it: everybody (`network`), a proxy in front of it (`proxy`), or only this machine (`host`). */
  readonly reach: Reach;
  /** The option that opens it, relative to `options`, if it is another one than the service's; `false`: there is none. */
  readonly firewall?: string | false;
}

export type Reach = "network" | "proxy" | "host";

/** What services do for each other. */
export type Capability =
  | "alerts"
  | "backup"
  | "cache"
  | "container-runtime"
  | "database"
  | "dns"
  | "http-proxy"
  | "language-model"
  | "message-broker"
  | "metrics"
  | "metrics-store"
  | "virtualisation";

export interface Need {
  readonly kind: Capability;
  /** Those that will do, in the catalogue, the usual one first. */
  readonly of: readonly string[];
  /** The module turns it on by itself: it has only to be known. */
  readonly isBuiltIn?: boolean;
  /** It works without. */
  readonly isOptional?: boolean;
  /** What to write, relative to `options`, so that it is used. The port where it is offered is mentioned as that of `needed`. */
  readonly set?: Settings;
}

export interface Offer {
  readonly kind: Capability;
  /** Where it is offered. */
  readonly port?: string;
  readonly socket?: string;
}

/** A folder with what it would be a pity to lose. `*` stands for the name of each of several. */
export interface State {
  readonly path: string;
  /** The option that says where it is, or which part of it is in use, relative to `options`. */
  readonly option?: string;
  /** The option says a name below this folder. */
  readonly below?: string;
  /** It can be had again: a cache, lists that are downloaded. */
  readonly isDisposable?: boolean;
  /** Its files are no backup while it runs: what makes one, instead of them. */
  readonly dump?: Dump;
}

export interface Dump {
  /** What to write, from the root of the configuration. Nothing, where the service does it by itself. */
  readonly set?: Settings;
  /** The folder in which it then is. */
  readonly path: string;
  /** The option that says so, from the root. */
  readonly option?: string;
  /** What makes it, without the ending. */
  readonly unit?: string;
}

/** How to see that it works, beyond that its unit runs. */
export type Health =
  | { readonly kind: "http"; readonly port: string; readonly path: string; readonly scheme?: "https" }
  | { readonly kind: "tcp"; readonly port: string }
  | { readonly kind: "dns"; readonly port: string }
  | { readonly kind: "unit"; readonly unit?: string };

/** Something that must not be in the store: a file that is there on the machine. */
export interface Secret {
  /** What it is, for who has to make one. */
  readonly purpose: string;
  /** What to write, relative to `options`: always, if it is required. It mentions the file as `$secret`. */
  readonly set: Settings;
  readonly isRequired?: boolean;
  /** Whose file it has to be; root's, if nothing is said. */
  readonly owner?: string;
  /** The file has lines `NAME=value`, with these names. */
  readonly variables?: readonly string[];
}

/** Something that only the user knows. */
export interface Question {
  readonly purpose: string;
  /** `{host}` stands for the host that it is asked of. */
  readonly example: Value;
  /** What to take if nothing is said. */
  readonly usual?: Value;
}

/** Where Prometheus reads its figures. */
export interface Metrics {
  /** The service's own port, or that of the exporter. */
  readonly port: string | number;
  /** `/metrics`, if nothing is said. */
  readonly path?: string;
  /** What to write, relative to `options`, so that there are some. */
  readonly set?: Settings;
  /** The one of `services.prometheus.exporters` that tells them, if it does not itself; and what to write there beside `enable`. */
  readonly exporter?: string;
  readonly settings?: Settings;
}

/** Releases of NixOS such as `25.05`. What is not said is not known. */
export interface Releases {
  /** The first one that has it: the one before has it not. */
  readonly from?: string;
  /** One that has it already, where the first is not known. */
  readonly known?: string;
  /** The first one with all that the entry writes, where it is a later one. */
  readonly written?: string;
  /** The last one that has it under these names. */
  readonly until?: string;
  /** What has another name since; the old one is understood all the same. */
  readonly renamed?: readonly Renaming[];
}

export interface Renaming {
  /** From the root, like the new name. */
  readonly option: string;
  readonly in: string;
  readonly to: string;
}
