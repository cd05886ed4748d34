/** Takes out a host only if `nivose add host` would write it as it is: whatever else there is, is somebody's work. */

import { placeMessages } from "../place/messages.ts";
import { cannotGrow, type Grown } from "../growth.ts";
import { scaffoldMessages } from "../messages.ts";
import { diskLayouts, hardwareChoices, type HardwareName, hardwareNames } from "../parts/hardware.ts";
import type { Repository } from "../../check/source/repository.ts";
import type { Templates } from "../template.ts";
import { grownRepository } from "./grown-repository.ts";
import { givenAgain } from "../machine/printed.ts";
import { isGrownFrom, reportedIn, reportOf } from "../machine/reported.ts";
import { SourceFile } from "../../check/source/source-file.ts";
import type { HostSpec } from "../spec/fleet-spec.ts";
import { machineOf } from "./machine.ts";
import { addHost } from "./host.ts";
import type { HostRequest } from "./host-request.ts";
import { saidHosts } from "./hosts.ts";
import { systemOf } from "./model-host.ts";
import { removeHost } from "./remove-host.ts";
import { hostPlace, type SaidHost } from "./said-host.ts";
import type { Site } from "./site.ts";
import { wiredItems } from "./wired-items.ts";

export interface RemoveHow {
  /** Whether it goes although somebody has worked on it. */
  readonly evenIfChanged: boolean;
}

export function removeAddedHost(
  { repository }: Pick<Site, "repository">,
  name: string,
  { evenIfChanged }: RemoveHow,
  templates: Templates,
): Grown {
  const removed = removeHost({ repository }, name);
  if (!removed.ok || evenIfChanged) return removed;
  const all = saidHosts(repository);
  const host = all.find((each) => each.name === name)!;
  if (all.length === 1) return cannotGrow(scaffoldMessages["site-last-host"](name));
  const without = grownRepository(repository, removed.growth.files);
  const own = [...removed.growth.files].flatMap(([file, after]) => (after === undefined ? [file] : []));
  let changed: string | undefined;
  for (const request of requestsFor(repository, host, all, own, templates)) {
    const added = addHost({ repository: without }, request, templates);
    if (!added.ok) continue;
    const differing = changedPlace(repository, grownRepository(without, added.growth.files), host, own);
    if (differing === undefined) return withNotes(removed, foundOutNotes(request));
    changed ??= differing;
  }
  return cannotGrow(placeMessages["part-changed"]("host", name, changed ?? own[0] ?? hostPlace(host)));
}

function withNotes(grown: Grown, notes: readonly string[]): Grown {
  if (!grown.ok) return grown;
  return { ok: true, growth: { ...grown.growth, notes: [...grown.growth.notes, ...notes] } };
}

/** Of what nobody can tell whether it was changed. */
function foundOutNotes({ host: { name }, hardwareConfig, facter }: HostRequest): readonly string[] {
  const undo = "cannot be known; 'nivose undo' brings it back.";
  if (hardwareConfig !== undefined)
    return [
      `What nixos-generate-config found out on ${name} goes as well. Whether a value in it was changed since ${undo}`,
    ];
  if (facter !== undefined)
    return [
      `The kernel modules that nixos-facter found on ${name} go as well. Whether their list was changed since ${undo}`,
    ];
  return [];
}

/** As it may have been asked for: like any of the others, with any hardware that there is a choice of. */
function* requestsFor(
  repository: Repository,
  host: SaidHost,
  all: readonly SaidHost[],
  own: readonly string[],
  templates: Templates,
): Generator<HostRequest> {
  const { name, kind } = host;
  const system = systemOf(repository, host);
  const address = addressOf(host);
  const said = {
    name,
    kind,
    ...(system === undefined ? {} : { system }),
    ...(address === undefined ? {} : { address }),
  };
  yield { host: said };
  const others = all.filter((each) => each.kind === kind && each.flake === host.flake && each.name !== name);
  for (const { name: like } of others.slice(0, MOST_MODELS)) yield { host: said, like };
  // what says nothing of a machine was not added with one
  if (kind !== "nixos" || !own.some((file) => /\bfileSystems\b|\bdisko\b/u.test(contentOf(repository, file) ?? "")))
    return;
  for (const hardware of ofMachines)
    for (const disk of [undefined, ...diskLayouts])
      yield { host: { ...said, hardware, ...(disk === undefined ? {} : { disk }) } };
  for (const disk of diskLayouts) yield { host: { ...said, disk } };
  const likes = [undefined, ...others.slice(0, MOST_MODELS).map((each) => each.name)];
  const files = own.flatMap((file) => repository.files.get(file) ?? []);
  for (const hardwareConfig of givenAgain(files))
    for (const like of likes)
      for (const disk of hardwareConfig.besideDisk ? diskLayouts : [undefined])
        yield {
          host: { ...said, ...(disk === undefined ? {} : { disk }) },
          ...(like === undefined ? {} : { like }),
          hardwareConfig,
        };
  for (const modules of reportedIn(files))
    for (const hardware of ofMachines) {
      if (isGrownFrom(modulesOf({ ...said, hardware }, templates), modules)) continue;
      const facter = reportOf(modules);
      for (const like of likes) yield { host: { ...said, hardware }, ...(like === undefined ? {} : { like }), facter };
      for (const disk of diskLayouts) yield { host: { ...said, hardware, disk }, facter };
    }
}

/** What is drawn for it without a report. */
function modulesOf(host: HostSpec & { readonly hardware: string }, templates: Templates): readonly string[] {
  const [usual = ""] = hardwareChoices([host.hardware as HardwareName])[host.hardware]!.systems;
  const { hardware } = machineOf({ host }, { hasFileSystems: false }, "nixos", host.system ?? usual, templates, []);
  return reportedIn([new SourceFile("hardware.nix", new TextEncoder().encode(hardware))]).flat();
}

const MOST_MODELS = 5;

/** Without what is a Mac's, or no machine's. */
const ofMachines = hardwareNames.filter((name) =>
  hardwareChoices([name])[name]!.systems.every((system) => !system.endsWith("-darwin")),
);

function addressOf(host: SaidHost): string | undefined {
  const texts = wiredItems(host).map(({ file, item }) => file.text(item));
  return texts.map((text) => /"(\d{1,3}(?:\.\d{1,3}){3})"/u.exec(text)?.[1]).find((text) => text !== undefined);
}

/** Where the host is not as it was added: a file of its own, or what is said of it elsewhere. */
function changedPlace(
  before: Repository,
  after: Repository,
  host: SaidHost,
  own: readonly string[],
): string | undefined {
  const file = own.find((each) => linesOf(before, each) !== linesOf(after, each));
  if (file !== undefined) return file;
  const again = saidHosts(after).find((each) => each.name === host.name && each.kind === host.kind);
  return textOf(again) === textOf(host) ? undefined : hostPlace(host);
}

function contentOf(repository: Repository, file: string): string | undefined {
  const bytes = repository.read(file);
  return bytes && Buffer.from(bytes).toString("latin1");
}

/** Nobody's work is in empty lines, which stand otherwise where something was found out. */
function linesOf(repository: Repository, file: string): string | undefined {
  return contentOf(repository, file)?.replaceAll(/\n(?:[ \t]*\n)+/gu, "\n");
}

/** Wherever the items stand, and however they are indented. */
function textOf(host: SaidHost | undefined): string {
  const texts = host === undefined ? [] : wiredItems(host).map(({ file, item }) => `${file.name}: ${file.text(item)}`);
  return texts
    .map((text) => text.replaceAll(/\s+/gu, " "))
    .toSorted()
    .join("\n");
}
