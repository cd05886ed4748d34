/**
 * Writes a service anew that was written from an older version of its entry: what the entry would have written then and what it writes now
 * are compared, and the difference is done to the file as it is, with what its owner has changed in it.
 */

import type { EvaluatedFleet } from "../../check/hosts/evaluated-fleet.ts";
import { catalogue } from "../../services/catalogue.ts";
import { provenancePattern } from "../../services/provenance.ts";
import type { Service } from "../../services/service.ts";
import { cannotGrow, type Grown } from "../growth.ts";
import { mergeLines } from "../regrow/merge-lines.ts";
import type { Site } from "../site/site.ts";
import { hostOf, withoutOne } from "./add-service.ts";
import { surroundingsOf } from "./draft/surroundings.ts";
import { type Family, familyOf, fileOf } from "./family/family.ts";
import { interfacesOf } from "./family/interfaces.ts";
import { memberModule } from "./family/write-member.ts";
import { servicesOn } from "./fleet/hosted.ts";
import { meant } from "./fleet/search.ts";
import { serviceMessages } from "./messages.ts";
import { hostFilesOf } from "./place/host-files.ts";
import { draftAgain, isFileOf } from "./place/remove-plain.ts";
import { plainFile, plainSettings } from "./place/write-plain.ts";
import type { ServiceWish } from "./wish.ts";

export function updateService(
  wish: Pick<ServiceWish, "name" | "host">,
  { repository }: Pick<Site, "repository">,
  fleet: EvaluatedFleet,
  entry: Service | undefined = catalogue[wish.name],
): Grown {
  const { name, host: hostName } = wish;
  if (entry === undefined) return cannotGrow(serviceMessages["unknown-service"](name, meant(name, catalogue)));
  const host = hostOf(wish, fleet);
  if ("message" in host) return { ok: false, problems: [host] };
  const title = `Update ${entry.title} on ${hostName}`;
  const family = familyOf(host, repository);
  const place =
    family?.members.has(name) === true
      ? fileOf(family, name)
      : hostFilesOf(host, fleet)?.all.find((each) => isFileOf(name, repository.files.get(each)!));
  const file = place === undefined ? undefined : repository.files.get(place);
  const service = servicesOn(host).find((each) => each.name === name);
  const mine = file === undefined ? "" : Buffer.from(file.bytes).toString();
  const version = Number(provenancePattern(name).exec(mine)?.[2] ?? NaN);
  if (file === undefined || service === undefined || Number.isNaN(version))
    return cannotGrow(
      serviceMessages["service-not-ours"](
        entry.title,
        hostName,
        "in no file that says from which version of the catalogue it is",
      ),
    );
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
  const draw = (each: Service): string | undefined => {
    const draft = draftAgain(name, service, around, each);
    if (draft === undefined) return undefined;
    if (family?.members.has(name) === true)
      return memberModule(
        draft,
        around,
        withoutMember(family, name),
        interfacesOf(family, host, repository),
        file.name,
      );
    const settings = plainSettings(draft, around, file.name);
    return "code" in settings ? undefined : plainFile(draft, settings, file.name);
  };
  const before = draw({ ...entry, ...earlier, version });
  const after = draw(entry);
  if (before === undefined || after === undefined)
    return cannotGrow(
      serviceMessages["service-update-clash"](entry.title, "it cannot be written on this host as it is now"),
      { file: file.name },
    );
  const { text, left } = mergeLines(mine, before, after);
  if (left.length > 0)
    return cannotGrow(
      serviceMessages["service-update-clash"](entry.title, left.map((lines) => lines.trim()).join(" … ")),
      { file: file.name },
    );
  return {
    ok: true,
    growth: {
      title,
      files: new Map([[file.name, { bytes: Buffer.from(text) }]]),
      notes: [],
      next: [{ command: "nivose check", does: "evaluates the host with it" }],
    },
  };
}

function withoutMember(family: Family, name: string): Family {
  return { ...family, members: new Map([...family.members].filter(([each]) => each !== name)) };
}
