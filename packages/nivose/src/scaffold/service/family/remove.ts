/** Turns a service of the fleet's own options off on a host, and takes its module away if it was written from the catalogue and nobody else has it. */

import { catalogue } from "../../../services/catalogue.ts";
import type { GrowProblem } from "../../growth.ts";
import { pathOf } from "../wish.ts";
import { serviceMessages } from "../messages.ts";
import { keepsEmpty, withoutArguments } from "../place/arguments.ts";
import { removeAll, textsBelow } from "../place/define.ts";
import { keepOpen } from "../place/keep-open.ts";
import { hostFilesOf } from "../place/host-files.ts";
import type { Removal, Removed } from "../place/removal.ts";
import { unwire } from "../place/wiring.ts";
import { provenancePattern } from "../../../services/provenance.ts";
import { isOn } from "./add-member.ts";
import type { Family } from "./family.ts";
import { isListed, listOfServices, unlist } from "./switch.ts";

export function removeFromFamily(name: string, family: Family, work: Removal): GrowProblem | Removed {
  const { around, fleet, files } = work;
  const { host, repository } = around;
  const option = [...family.prefix, name];
  const member = family.members.get(name)!;
  const list = listOfServices(host, family, repository);
  const wasListed = list !== undefined && isListed(list, name, files);
  if (wasListed) unlist(list, name, files);
  const entry = catalogue[name];
  const isWritten = provenancePattern(name).test(Buffer.from(member.file.bytes).toString());
  let wasSaid = false;
  for (const place of hostFilesOf(host, fleet)?.all ?? []) {
    const before = files.get(place);
    if (before === undefined) continue;
    const secrets = Object.keys(entry?.secrets ?? {}).flatMap((secret) => [
      ["sops", "secrets", `${name}-${secret}`],
      ["age", "secrets", `${name}-${secret}`],
    ]);
    const gone = [option, ...(entry === undefined || !isWritten ? [] : [pathOf(entry), ...secrets])];
    const texts = gone.flatMap((each) => textsBelow(before, each));
    const after = gone.reduce((file, each) => removeAll(file, each), before);
    if (after === before) continue;
    wasSaid = true;
    files.set(place, withoutArguments(after, texts.join("\n"), keepsEmpty(repository)));
  }
  if (!wasListed && !wasSaid)
    return {
      message: serviceMessages["service-not-ours"](
        entry?.title ?? name,
        host.host.name,
        "neither in the host's list of services nor in a file of its own",
      ),
    };
  const others = fleet.hosts.filter((other) => other !== host);
  const isAll = new Set(fleet.hosts.map((each) => each.host.name)).size === fleet.names.length;
  const isElsewhere = !isAll || others.some((other) => other.problem !== undefined || isOn(option, { host: other }));
  if (isWritten && !isElsewhere) {
    files.set(member.file.name, undefined);
    unwire(member.file.name, files, repository);
  }
  return { notes: keepOpen((file) => file === member.file.name, [], work) };
}
