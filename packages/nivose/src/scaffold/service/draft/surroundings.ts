/** What is around a service on a host: what runs and listens there, how secrets are kept, which release it is of. */

import type { EvaluatedHost } from "../../../check/hosts/evaluated-fleet.ts";
import { networkFact } from "../../../check/hosts/facts/network.ts";
import { secretsFact } from "../../../check/hosts/facts/secrets.ts";
import { lockedBelow } from "../../../check/flakes/locked-inputs.ts";
import { isNixpkgs, releaseOf } from "../../../check/flakes/nixpkgs-release.ts";
import type { Listener } from "../../../check/services/listener.ts";
import { listenersOf } from "../../../check/services/listeners.ts";
import type { Repository } from "../../../check/source/repository.ts";
import { catalogue } from "../../../services/catalogue.ts";
import type { Capability } from "../../../services/operation.ts";
import { servicesOn } from "../fleet/hosted.ts";

export interface Surroundings {
  readonly host: EvaluatedHost;
  readonly repository: Repository;
  /** Those that run there, and those that are added along with it. */
  readonly services: readonly Neighbour[];
  readonly listeners: readonly Listener[];
  readonly hasFirewall: boolean;
  readonly secrets: SecretsWay;
  /** Nothing of a branch that has no end. */
  readonly release: string | undefined;
}

export interface Neighbour {
  /** In the catalogue. */
  readonly name: string;
  /** Where it is to be reached on this machine, as far as it is known. */
  readonly port?: number | undefined;
}

export type SecretsWay =
  /** `file` is where most of the host's own are, in the repository; nothing if the host has a default. */
  | { readonly kind: "sops"; readonly file: string | undefined }
  | { readonly kind: "age"; readonly folder: string }
  | { readonly kind: "none" };

export function surroundingsOf(host: EvaluatedHost, repository: Repository): Surroundings {
  return {
    host,
    repository,
    services: servicesOn(host).map(({ name, listeners }) => ({ name, port: offeredPort(name, listeners) })),
    listeners: listenersOf(host),
    hasFirewall: host.fact(networkFact)?.firewall?.isOn !== false,
    secrets: secretsWay(host),
    release: releaseOfHost(host, repository),
  };
}

/** Of those that run there, the first one that does something for others. */
export function offering(kind: Capability, { services }: Pick<Surroundings, "services">): Neighbour | undefined {
  return services.find(({ name }) => (catalogue[name]!.offers ?? []).some((offer) => offer.kind === kind));
}

function offeredPort(name: string, listeners: readonly Listener[]): number | undefined {
  const { offers = [], ports = {} } = catalogue[name]!;
  const usual = offers.map(({ port }) => (port === undefined ? undefined : ports[port]?.number));
  return (listeners.find(({ port }) => usual.includes(port)) ?? listeners[0])?.port ?? usual[0];
}

function secretsWay(host: EvaluatedHost): SecretsWay {
  const own = host.fact(secretsFact)?.users.find(({ home }) => home === null)?.secrets ?? [];
  const options = host.record?.options ?? [];
  const isSet = (...path: readonly string[]): boolean =>
    options.some((option) => path.every((name, index) => option.path[index] === name));
  const files = host.record?.modules.graph.lists.find(({ at }) => at.length === 0)?.modules ?? [];
  const age = own.filter(({ tool }) => tool === "age").flatMap(({ file }) => fileOf(host, file));
  if (isSet("sops", "defaultSopsFile")) return { kind: "sops", file: undefined };
  const sops = own
    .filter(({ tool, neededForUsers }) => tool === "sops" && !neededForUsers)
    .flatMap(({ file }) => fileOf(host, file));
  if (sops.length > 0) return { kind: "sops", file: mostOf(sops) };
  if (age.length > 0)
    return { kind: "age", folder: mostOf(age.map((file) => file.split("/").slice(0, -1).join("/")))! };
  const hasSops = files.some(({ file }) => /sops-nix|\/modules\/sops(?:\/|$)/u.test(file));
  return hasSops && isSet("sops") ? { kind: "sops", file: undefined } : { kind: "none" };
}

function fileOf({ local }: EvaluatedHost, file: string | null): string[] {
  const found = file === null ? undefined : local(file);
  return found?.isOwn === true ? [found.name] : [];
}

function mostOf(names: readonly string[]): string | undefined {
  const count = (name: string): number => names.filter((each) => each === name).length;
  return [...new Set(names)].toSorted((a, b) => count(b) - count(a))[0];
}

function releaseOfHost({ host }: EvaluatedHost, { flakes }: Repository): string | undefined {
  const lock = flakes.find(({ folder }) => folder === host.flake)?.lock;
  const sources = lock === undefined ? [] : lockedBelow(lock).filter(({ locked }) => isNixpkgs(locked));
  return sources.map(({ original }) => releaseOf(original)).find((release) => release !== undefined);
}
