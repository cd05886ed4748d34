/**
 * Writes a service anew that was written from an older version of its entry: what the entry would have written then and what it writes now
 * are compared, and the difference is done to the file as it is, with what its owner has changed in it.
 */

import type { Message, Range } from "@nivose/nix/message";
import type { EvaluatedFleet } from "../../check/hosts/evaluated-fleet.ts";
import { tellOption } from "../../check/services/words.ts";
import type { SourceFile } from "../../check/source/source-file.ts";
import { catalogue } from "../../services/catalogue.ts";
import { provenancePattern } from "../../services/provenance.ts";
import type { Service } from "../../services/service.ts";
import { type Settings, withSettings } from "../../services/settings.ts";
import { cannotGrow, type Grown } from "../growth.ts";
import { mergeLines } from "../regrow/merge-lines.ts";
import type { Site } from "../site/site.ts";
import { hostOf, withoutOne } from "./add-service.ts";
import type { Draft } from "./draft/draft.ts";
import { surroundingsOf } from "./draft/surroundings.ts";
import { familyOf, fileOf, withoutMember } from "./family/family.ts";
import { interfacesOf } from "./family/interfaces.ts";
import { memberModule } from "./family/write-member.ts";
import { servicesOn } from "./fleet/hosted.ts";
import { meant } from "./fleet/search.ts";
import { serviceMessages } from "./messages.ts";
import { hostFilesOf } from "./place/host-files.ts";
import { draftAgain } from "./place/draft-again.ts";
import { isFileOf } from "./place/file-of-service.ts";
import { rewritten } from "./place/update-plain.ts";
import { plainFile, type PlainSettings, plainSettings } from "./place/write-plain.ts";
import { namedExactly, type ServiceWish } from "./wish.ts";

export function updateService(
  given: Pick<ServiceWish, "name" | "host">,
  { repository }: Pick<Site, "repository">,
  fleet: EvaluatedFleet,
  newest?: Service,
): Grown {
  const host = hostOf(given, fleet);
  if ("message" in host) return { ok: false, problems: [host] };
  const family = familyOf(host, repository);
  const wish = namedExactly(given, family);
  const { name, host: hostName } = wish;
  const entry = newest ?? catalogue[name];
  if (entry === undefined) return cannotGrow(serviceMessages["unknown-service"](name, meant(name, catalogue)));
  const title = `Update ${entry.title} on ${hostName}`;
  const isMember = family?.members.has(name) === true;
  const own = isMember ? [fileOf(family!, name)] : (hostFilesOf(host, fleet)?.all ?? []);
  const file = own
    .map((each) => repository.files.get(each))
    .find((each) => each !== undefined && versionIn(each, name) !== undefined);
  const service = servicesOn(host).find((each) => each.name === name);
  if (file === undefined || service === undefined)
    return cannotGrow(serviceMessages["service-update-unknown"](entry.title, name, hostName, service !== undefined));
  const version = versionIn(file, name)!;
  if (version >= entry.version)
    return {
      ok: true,
      growth: {
        title,
        files: new Map(),
        notes: [`${entry.title} is written as version ${version} of its entry says, which is the newest.`],
        next: [],
      },
    };
  const earlier = entry.earlier?.[String(version)];
  if (earlier === undefined)
    return cannotGrow(
      serviceMessages["service-update-clash"](entry.title, `what version ${version} wrote is not known any more`),
      { file: file.name },
    );
  const around = withoutOne(surroundingsOf(host, repository), name);
  const drafts = [{ ...entry, ...earlier, version }, entry].map((each) => draftAgain(name, service, around, each));
  const [before, after] = drafts;
  const clash = (what: string, range?: Range): Grown =>
    cannotGrow(serviceMessages["service-update-clash"](entry.title, what), {
      file: file.name,
      ...(range === undefined ? {} : { range }),
    });
  if (before === undefined || after === undefined) return clash(CANNOT_BE_WRITTEN);
  const updated = (changed: Uint8Array): Grown => ({
    ok: true,
    growth: {
      title,
      files: new Map([[file.name, { bytes: changed }]]),
      notes: [],
      next: [{ command: "nivose check", does: "evaluates the host with it" }],
    },
  });
  if (!isMember && !isFileOf(name, file)) {
    const [said, says] = [before, after].map((each) => allOf(plainSettings(each, around, file.name)));
    if (said === undefined || says === undefined) return clash(CANNOT_BE_WRITTEN);
    const done = rewritten(file, { name, version: entry.version, before: said, after: says });
    return done.ok ? updated(done.file.bytes) : clash(tellOption(done.option), file.tree.range(done.at));
  }
  const draw = (each: Draft): string | undefined => {
    if (isMember)
      return memberModule(
        each,
        around,
        withoutMember(family!, name),
        interfacesOf(family!, host, repository),
        file.name,
      );
    const settings = plainSettings(each, around, file.name);
    return "code" in settings ? undefined : plainFile(each, settings, file.name);
  };
  const [old, young] = [draw(before), draw(after)];
  if (old === undefined || young === undefined) return clash(CANNOT_BE_WRITTEN);
  const { text, left } = mergeLines(Buffer.from(file.bytes).toString(), old, young);
  return left.length > 0 ? clash(left.map((lines) => lines.trim()).join(" … ")) : updated(Buffer.from(text));
}

const CANNOT_BE_WRITTEN = "it cannot be written on this host as it is now";

/** From which version of its entry something in the file was written. */
function versionIn({ bytes }: SourceFile, name: string): number | undefined {
  const found = provenancePattern(name).exec(Buffer.from(bytes).toString());
  return found === null ? undefined : Number(found[2]);
}

function allOf(settings: PlainSettings | Message): Settings | undefined {
  return "code" in settings ? undefined : withSettings(settings.own, settings.beside);
}
