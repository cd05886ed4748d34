/** A fleet for programs, as `docs/show.md` documents it. Nothing is left out: what there is not, or cannot be had, is `null`. */

import type { HostDetails, Package } from "../details.ts";
import { isProblem, type Target } from "../host.ts";
import type { FlakeInput } from "../inputs/inputs.ts";
import { rolesOf } from "./roles.ts";
import { derivationOf, type ShownFlake, type ShownFleet, type ShownHost } from "./shown.ts";

export function fleetJson({ flakes, hosts, targets }: ShownFleet) {
  return { flakes: flakes.map(flakeJson), hosts: hosts.map(hostJson), targets: targets.map(targetJson) };
}

function flakeJson({ folder, broken, inputs }: ShownFlake) {
  const problems = broken.map(({ output, problem }) => ({ output: output ?? null, ...problem }));
  return { folder, broken: problems, inputs: inputs.map(inputJson) };
}

function inputJson({ name, from, revision, lastModified, flake }: FlakeInput) {
  return {
    name,
    from: from ?? null,
    revision: revision ?? null,
    lastModified: lastModified === undefined ? null : new Date(lastModified * 1000).toISOString(),
    flake: flake ?? null,
  };
}

function hostJson(host: ShownHost) {
  const { name, kind, flake, attribute, facts, data, targets } = host;
  const derivation = derivationOf(host);
  const place = { name, kind, flake, attribute, class: host.class ?? "certain" };
  const known = { data: data ?? null, targets: targets.map(targetJson) };
  if (isProblem(facts)) return { ...place, problem: facts.problem, isLimit: facts.isLimit, ...known };
  const { system, stateVersion, users, files, unknown, details } = facts;
  return {
    ...place,
    system: system ?? null,
    stateVersion: stateVersion ?? null,
    users: users ?? null,
    files,
    unknown,
    ...known,
    ...(derivation === undefined ? {} : { derivation }),
    ...(details === undefined ? {} : { details: detailsJson(details, files) }),
  };
}

function targetJson({ name, tool, flake, attribute, isEvaluated, address, port, user, tags, profiles }: Target) {
  return {
    name,
    tool,
    flake,
    attribute,
    isEvaluated,
    address: address ?? null,
    port: port ?? null,
    user: user ?? null,
    tags,
    profiles: profiles.map((profile) => ({ name: profile.name, user: profile.user ?? null })),
  };
}

function detailsJson(details: HostDetails, files: readonly string[]) {
  const { packages, ...others } = details;
  return {
    ...rolesOf(details.switches ?? [], files),
    ...others,
    ...(packages === undefined ? {} : { packages: packagesJson(packages) }),
  };
}

/** Names alone, which are many. */
function packagesJson(packages: readonly Package[]) {
  const named = (isOwn: boolean): string[] => packages.filter((each) => each.isOwn === isOwn).map(({ name }) => name);
  return { own: named(true), others: named(false) };
}
