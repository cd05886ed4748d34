/** Adds a host to a repository that nobody knows the layout of: it takes part wherever a host that is like it does. */

import path from "node:path";
import type { Repository } from "../../check/source/repository.ts";
import type { SourceFile } from "../../check/source/source-file.ts";
import { builtIn } from "./built-hosts.ts";
import { cannotGrow, type Grown, type GrownFile, type GrowProblem } from "../growth.ts";
import { scaffoldMessages } from "../messages.ts";
import type { FoundOut } from "../machine/found-out.ts";
import { foundOut } from "../machine/read-found-out.ts";
import { misfitOf } from "../parts/hardware.ts";
import { hostNames } from "../spec/allowed-names.ts";
import type { HostKind } from "../spec/fleet-spec.ts";
import type { Templates } from "../template.ts";
import { isAsAdded, unchanged, type Way } from "./as-added.ts";
import { grownRepository } from "./grown-repository.ts";
import { rootsOf } from "./host-files.ts";
import { hostModules, type NewHost } from "./host-modules.ts";
import type { HostRequest } from "./host-request.ts";
import { saidHosts, unreadOutput } from "./hosts.ts";
import { type HostItem, hostPlace, type SaidHost } from "./said-host.ts";
import { machineOf } from "./machine.ts";
import { problemsOfAdded } from "./found-again.ts";
import { modelsFor, systemOf } from "./model-host.ts";
import { othersHome } from "./others-home.ts";
import { ownRoots } from "./own-files.ts";
import { removeHost } from "./remove-host.ts";
import { renamingsOf } from "./renaming.ts";
import { saidInVain, wronglySaid } from "./said-in-vain.ts";
import { isSameName, placeOfName } from "../spec/same-name.ts";
import { siblingNotes } from "./sibling-notes.ts";
import type { Site } from "./site.ts";
import { REGISTRY } from "./registries.ts";
import { stateVersionFor } from "./state-version.ts";
import { secretNotes } from "./host-notes.ts";
import { isSystemOf } from "./systems.ts";
import { takenModules } from "./taken-modules.ts";
import { diskoImport, profileImports } from "./profile-imports.ts";
import { byCollection, wiredItems } from "./wired-items.ts";
import { clonedText, insertBeside, together } from "./wiring.ts";

export function addHost({ repository }: Pick<Site, "repository">, request: HostRequest, templates: Templates): Grown {
  const wrong = wronglySaid(request.host);
  if (wrong.length > 0) return { ok: false, problems: wrong };
  const { name } = request.host;
  const all = saidHosts(repository);
  if (all.some((host) => host.name === name)) {
    const way: Way = {
      remove: (site) => removeHost({ repository: site }, name),
      add: (site) => addHost({ repository: site }, request, templates),
    };
    if (isAsAdded(repository, way)) return unchanged(`Add host ${name}`);
  }
  const found = foundOut(request);
  if ("code" in found) return cannotGrow(found);
  const models = chooseModels(repository, all, asked(request, found));
  if ("message" in models) return { ok: false, problems: [models] };
  // the best one tells what is missing, if the others cannot be followed either
  let first: Grown | undefined;
  for (const model of models) {
    const grown = addLike(repository, all, model, asked(request, found), found, templates);
    if (grown.ok) return grown;
    first ??= grown;
  }
  return first!;
}

/** The platform of the machine is what was found on it, if nothing else is said. */
function asked(request: HostRequest, { system }: FoundOut): HostRequest {
  return system === undefined ? request : { ...request, host: { system, ...request.host } };
}

function addLike(
  repository: Repository,
  all: readonly SaidHost[],
  model: SaidHost,
  request: HostRequest,
  found: FoundOut,
  templates: Templates,
): Grown {
  const { name } = request.host;
  const system = systemFor(repository, model, request.host.system);
  const { hardware } = request.host;
  // other kinds of hosts have no file for it
  const isMade = hardware !== undefined && model.kind === "nixos";
  const misfit = isMade ? misfitOf({ hardware, kind: model.kind, system: system.to }) : undefined;
  if (misfit !== undefined) return cannotGrow(scaffoldMessages["spec-clash"]("--hardware", misfit));
  const machine = machineOf(request, found, model.kind, system.to, templates, takenModules(repository, model));
  const profiles = profileImports(repository, all, [...(request.host.roles ?? []), ...(request.host.profiles ?? [])]);
  if ("message" in profiles) return { ok: false, problems: [profiles] };
  const disko = machine.usesDisko ? diskoImport(repository, all) : "everywhere";
  if (disko === undefined) return cannotGrow(scaffoldMessages["site-no-disko"](request.host.disk ?? ""));
  const host: NewHost = {
    renamings: renamingsOf(model.name, name),
    system,
    stateVersion: request.host.stateVersion ?? stateVersionFor(repository, model.kind),
    machine,
    imports: [...(disko === "everywhere" ? [] : [disko]), ...profiles.imports],
  };
  const modules = hostModules(repository, model, all, host);
  if (modules.notUnderstood !== undefined) {
    const file = modules.notUnderstood.name;
    const found = `${file} is a module that is put together by functions`;
    return cannotGrow(scaffoldMessages["site-unknown"](found, "a host whose file is a plain set, for --like"), {
      file,
    });
  }
  const wired = wire(model, all, host, request);
  if ("message" in wired) return { ok: false, problems: [wired] };
  const files = new Map<string, GrownFile | undefined>(wired.files);
  for (const [file, bytes] of modules.files) files.set(file, { bytes });
  const problems = [...verify(repository, files, model, name), ...notKept(repository, files, model, request.host)];
  if (problems.length > 0) return { ok: false, problems };
  const notes = [
    ...machine.notes,
    ...modules.notes,
    ...wired.notes,
    ...siblingNotes(grownRepository(repository, files), all, model, name),
    ...secretNotes(repository, model, name),
    ...saidInVain(request.host, model.kind, files),
  ];
  return { ok: true, growth: { title: `Add host ${name}`, files, notes, next: [] } };
}

/** The best first; only that one which was asked for. */
function chooseModels(
  repository: Repository,
  all: readonly SaidHost[],
  { host: { name, system, kind: wanted }, like }: HostRequest,
): readonly SaidHost[] | GrowProblem {
  const kind: HostKind = wanted ?? (system?.endsWith("-darwin") === true ? "darwin" : "nixos");
  const isName = kind === "home" ? homeName : hostNames.pattern;
  if (!isName.test(name))
    return { message: scaffoldMessages["spec-unexpected"]("the name", JSON.stringify(name), hostNames.expected) };
  if (system !== undefined && !isSystemOf(system, kind))
    return { message: scaffoldMessages["site-system"](system, kind) };
  const taken = all.find((each) => isSameName(each.name, name));
  if (taken !== undefined)
    return { message: scaffoldMessages["site-taken"](name, placeOfName(taken.name, name, hostPlace(taken))) };
  const models = modelsFor(repository, all, kind, system).filter((each) => like === undefined || each.name === like);
  const [model] = models;
  if (model === undefined) return noModel(repository, all, kind, like);
  const folders = new Set(rootsOf(repository, model).map((own) => path.posix.dirname(own.path)));
  const occupied = ownRoots(repository, name, model.flake).find((own) => folders.has(path.posix.dirname(own.path)));
  if (occupied !== undefined) return { message: scaffoldMessages["site-taken"](name, occupied.path) };
  return models;
}

const homeName = /^[a-z_][a-z0-9_-]*(?:@[A-Za-z0-9][A-Za-z0-9.-]*)?$/u;

function noModel(
  repository: Repository,
  all: readonly SaidHost[],
  kind: HostKind,
  like: string | undefined,
): GrowProblem {
  const names = all.filter((each) => each.kind === kind).map((each) => each.name);
  if (like !== undefined) return { message: scaffoldMessages["site-no-host"](like, names.join(", ")) };
  const said = unreadOutput(repository, kind);
  if (said === undefined) return noModelByName(repository, kind);
  const { file, binding } = said;
  const line = file.positions.at(file.tree.start(binding)).line;
  const found = `${file.name}:${line} says ${kind} hosts, but none by its name`;
  const needed = "where their names are written: as attributes, in a list, or as folders";
  return { message: scaffoldMessages["site-unknown"](found, needed), file: file.name, range: file.tree.range(binding) };
}

/** Hosts that a library builds are there, too. */
function noModelByName(repository: Repository, kind: HostKind): GrowProblem {
  const built = builtIn(repository, kind);
  if (built === undefined) return { message: scaffoldMessages["site-no-model"](kind) };
  const { file, line, by } = built;
  const found = `${file.name}:${line} calls ${by}, and no output of the flake says a ${kind} host by its name`;
  const needed =
    "which hosts there are: their names as attributes, in a list, or as folders, where the flake has its outputs";
  return { message: scaffoldMessages["site-unknown"](found, needed), file: file.name };
}

function systemFor(repository: Repository, model: SaidHost, wanted: string | undefined): NewHost["system"] {
  const from = systemOf(repository, model);
  return { from, to: wanted ?? from ?? (model.kind === "darwin" ? "aarch64-darwin" : "x86_64-linux") };
}

function wire(
  model: SaidHost,
  all: readonly SaidHost[],
  host: NewHost,
  request: HostRequest,
): { readonly files: ReadonlyMap<string, GrownFile>; readonly notes: readonly string[] } | GrowProblem {
  const name = request.host.name;
  const clone = {
    renamings: host.renamings,
    system: host.system,
    address: request.host.address,
    siblings: (item: HostItem) => siblingsOf(item, all),
  };
  const changed = new Map<SourceFile, SourceFile[]>();
  const notes: string[] = [];
  for (const items of byCollection(wiredItems(model))) {
    const [first] = items as [HostItem];
    const texts = items.map((item) => clonedText(item, clone));
    const missing = texts.flatMap((each) => each.missing);
    if (missing.length > 0 && first.output === REGISTRY) {
      notes.push(
        `${first.file.name} says of every host what nobody can know of ${name}, such as '${missing[0]!}': add it there.`,
      );
      continue;
    }
    if (missing.length > 0)
      return {
        message: scaffoldMessages["site-needs"](model.name, missing[0]!, request.host.address === undefined),
        file: first.file.name,
        range: first.file.tree.range(first.item),
      };
    const after = insertBeside(first, name, texts.map(({ text }) => text).join("\n"), clone);
    changed.set(first.file, [...(changed.get(first.file) ?? []), after]);
  }
  const files = new Map([...changed].map(([file, each]) => [file.name, { bytes: together(file, each).bytes }]));
  return { files, notes };
}

function siblingsOf({ file, collection, output }: HostItem, all: readonly SaidHost[]): ReadonlyMap<number, string> {
  const found = all.flatMap(({ name, items }) =>
    items
      .filter((item) => item.file === file && item.collection === collection && item.output === output)
      .map(({ item }) => [item, name] as const),
  );
  return new Map(found.toSorted(([one], [other]) => file.tree.start(one) - file.tree.start(other)));
}

/** What would be another host than was asked for. */
function notKept(
  repository: Repository,
  files: ReadonlyMap<string, GrownFile | undefined>,
  model: SaidHost,
  { name, system }: HostRequest["host"],
): readonly GrowProblem[] {
  if (model.kind !== "home") return [];
  const after = grownRepository(repository, files);
  const made = saidHosts(after).find((host) => host.name === name && host.kind === "home");
  if (made === undefined) return [];
  const isKept = system === undefined || systemOf(after, made) === system || systemOf(repository, model) === system;
  return [
    ...(isKept ? [] : [{ message: scaffoldMessages["site-system-nowhere"](system, model.name, hostPlace(model)) }]),
    ...othersHome(after, name, made.items),
  ];
}

/** The host has to be found as the model is. */
function verify(
  repository: Repository,
  files: ReadonlyMap<string, GrownFile | undefined>,
  model: SaidHost,
  name: string,
): readonly GrowProblem[] {
  return problemsOfAdded(repository, files, {
    name,
    model: model.name,
    place: hostPlace(model),
    kind: "hosts",
    isFound: (after) => saidHosts(after).some((host) => host.name === name && host.kind === model.kind),
  });
}
