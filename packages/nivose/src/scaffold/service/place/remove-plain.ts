/** Takes a service out of a host's own files. */

import { Edit } from "@nivose/nix/syntax";
import { isBelow } from "../../../check/hosts/defined.ts";
import { listed, tellOption } from "../../../check/services/words.ts";
import type { SourceFile } from "../../../check/source/source-file.ts";
import { catalogue } from "../../../services/catalogue.ts";
import type { Settings } from "../../../services/settings.ts";
import { edited } from "../../edit/items.ts";
import type { GrowProblem } from "../../growth.ts";
import type { Draft } from "../draft/draft.ts";
import { pathOf } from "../wish.ts";
import type { Surroundings } from "../draft/surroundings.ts";
import type { HostedService } from "../fleet/hosted.ts";
import { serviceMessages } from "../messages.ts";
import { bindings } from "../../../services/written.ts";
import { keepsEmpty, withoutArguments } from "./arguments.ts";
import { draftAgain } from "./draft-again.ts";
import { removeAll, textsBelow, undefine, undefineAll } from "./define.ts";
import { alsoSaid, isDoor, isFileOf } from "./file-of-service.ts";
import { hostFilesOf } from "./host-files.ts";
import { keepOpen } from "./keep-open.ts";
import { openingsOf, protocolOf, userOf } from "./needed-ports.ts";
import { notSaved } from "./not-saved.ts";
import { openPorts } from "./open-ports.ts";
import { withoutUsed } from "./still-used.ts";
import { unwire } from "./wiring.ts";
import type { Removal, Removed } from "./removal.ts";
import { provenancePattern } from "../../../services/provenance.ts";
import { plainSettings } from "./write-plain.ts";

export function removePlainly(name: string, service: HostedService, work: Removal): GrowProblem | Removed {
  const { around, fleet, files } = work;
  const { host } = around;
  const entry = catalogue[name]!;
  const own = hostFilesOf(host, fleet)?.all ?? [];
  const option = pathOf(entry);
  const places = placesOf(option, work);
  const stranger = places.find((file) => !own.includes(file));
  if (stranger !== undefined || places.length === 0)
    return {
      message: serviceMessages["service-not-ours"](
        entry.title,
        host.host.name,
        stranger === undefined
          ? `not in a file of its own (${tellOption(option)})`
          : `in ${stranger}, which others may share`,
      ),
      ...(stranger === undefined ? {} : { file: stranger }),
    };
  const draft = draftAgain(name, service, around);
  const ports = new Set([...(draft?.ports ?? []), ...listeningOf(service)].map(({ number }) => number));
  const notes: string[] = [];
  for (const place of places) {
    const file = files.get(place)!;
    const isOfService = isFileOf(name, file);
    const more = isOfService ? alsoSaid(file, option, besideOf(draft, place, around), ports) : [];
    if (isOfService && more.length === 0) {
      files.set(place, undefined);
      unwire(place, files, around.repository);
      continue;
    }
    const without = withoutService(file, draft, option, around);
    files.set(place, isOfService ? closed(without.file, ports, around) : without.file);
    notes.push(...without.notes);
    if (isOfService) notes.push(`${place} stays: it says ${listed(more.map(tellOption))} as well.`);
  }
  const gone = new Set(places.filter((place) => !files.has(place)));
  notes.push(...keepOpen((file) => gone.has(file), openingsOf(service), work));
  if (draft !== undefined) notes.push(...notSaved(draft, work));
  return { notes };
}

/** The files that say something of it, on this host. */
function placesOf(option: readonly string[], { around: { host, repository } }: Removal): string[] {
  const found = (host.record?.options ?? []).flatMap(({ path: each, answer }) => {
    if (!isBelow(each, option) || answer.kind !== "option") return [];
    return (answer.definitions ?? [])
      .filter(({ isDefault }) => isDefault !== true)
      .map(({ file, position }) => host.local(position?.file ?? file));
  });
  const names = found.filter(({ name, isOwn }) => isOwn && repository.files.has(name)).map(({ name }) => name);
  return [...new Set(names)];
}

function withoutService(
  file: SourceFile,
  draft: Draft | undefined,
  option: readonly string[],
  around: Surroundings,
): Removed & { readonly file: SourceFile } {
  const texts = textsBelow(file, option);
  let current = withoutHeading(file, draft?.name);
  current = removeAll(current, option);
  const beside = besideOf(draft, file.name, around);
  const { free, shared } = openPorts(beside, file.name, around);
  current = undefineAll(current, [], free);
  const stay = shared.filter((each) => undefineAll(current, [], each.settings) !== current);
  return {
    file: withoutArguments(current, [...texts, bindings(beside)].join("\n"), keepsEmpty(around.repository)),
    notes: stay.map((each) => each.note),
  };
}

function besideOf(draft: Draft | undefined, file: string, around: Surroundings): Settings {
  const settings = draft === undefined ? undefined : plainSettings(draft, around, file);
  return settings === undefined || "code" in settings ? {} : withoutUsed(draft!, settings.beside, file, around);
}

function listeningOf({ listeners }: HostedService): readonly { readonly number: number }[] {
  return listeners.map(({ port }) => ({ number: port }));
}

/** Without doors of the service on some interfaces, which nobody else needs. */
function closed(file: SourceFile, ports: ReadonlySet<number>, around: Surroundings): SourceFile {
  let current = file;
  for (const { path } of file.definitions) {
    const protocol = protocolOf(path.at(-1));
    if (!isDoor(path) || protocol === undefined || path.includes(undefined)) continue;
    const free = [...ports].filter((port) => userOf(() => false, { port, protocol }, around) === undefined);
    current = undefine(current, path as readonly string[], free);
  }
  return current;
}

function withoutHeading(file: SourceFile, name: string | undefined): SourceFile {
  if (name === undefined) return file;
  const text = Buffer.from(file.bytes).toString("latin1");
  const title = catalogue[name]!.title.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  const found = new RegExp(
    `^(?:[ \\t]*# ${title}[^\\n]*\\n)?[ \\t]*${provenancePattern(name).source}[^\\n]*\\n`,
    "mu",
  ).exec(text);
  return found === null
    ? file
    : edited(file, [Edit.remove({ start: found.index, end: found.index + found[0].length })], false);
}
