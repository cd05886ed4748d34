/** Turns a service of the fleet's own options off on a host, and takes its module away if it was written from the catalogue and nobody else has it. */

import { isBelow } from "../../../check/hosts/defined.ts";
import { listed, tellOption } from "../../../check/services/words.ts";
import { SourceFile } from "../../../check/source/source-file.ts";
import type { EvaluatedHost } from "../../../check/hosts/evaluated-fleet.ts";
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
import { servicesOn } from "../fleet/hosted.ts";
import { draftAgain } from "../place/draft-again.ts";
import { type Family, withoutMember } from "./family.ts";
import { interfacesOf } from "./interfaces.ts";
import { memberModule } from "./write-member.ts";
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
  // who says something of it has it, turned on or not
  const isElsewhere =
    !isAll ||
    others.some((other) => other.problem !== undefined || isOn(option, { host: other }) || says(option, other));
  const notes = keepOpen((file) => file === member.file.name, [], work);
  if (!isWritten || isElsewhere) return { notes };
  const more = alsoInModule(name, family, work);
  if (more.length > 0)
    return { notes: [...notes, `${member.file.name} stays, and no host has it: it says ${listed(more)} as well.`] };
  files.set(member.file.name, undefined);
  unwire(member.file.name, files, repository);
  return { notes };
}

function says(option: readonly string[], { record, local }: EvaluatedHost): boolean {
  return (record?.options ?? []).some(
    ({ path, answer }) =>
      answer.kind === "option" &&
      isBelow(path, option) &&
      (answer.definitions ?? []).some(
        (each) => each.isDefault !== true && local(each.position?.file ?? each.file).isOwn,
      ),
  );
}

/** What somebody has put into the module since it was written from the catalogue. */
function alsoInModule(name: string, family: Family, { around }: Removal): readonly string[] {
  const { host, repository } = around;
  const { file } = family.members.get(name)!;
  const service = servicesOn(host).find((each) => each.name === name);
  const draft = service === undefined ? undefined : draftAgain(name, service, around);
  if (draft === undefined) return [];
  const others = withoutMember(family, name);
  const text = memberModule(draft, around, others, interfacesOf(family, host, repository), file.name);
  const written = new SourceFile(file.name, Buffer.from(text));
  const known = new Set(written.definitions.map(({ path }) => path.join(".")));
  // what is said by a function is not to be told apart
  const also = file.definitions.filter(({ path }) => !path.includes(undefined) && !known.has(path.join(".")));
  return also.map(({ path }) => tellOption(path as readonly string[]));
}
