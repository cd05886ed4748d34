/** Folders of a service that goes leave the backup of its host, unless something else keeps its state there. */

import { definedAt } from "../../../check/hosts/defined.ts";
import { backupsFact } from "../../../check/hosts/facts/backups.ts";
import { isWithin } from "../../../check/services/backed-up.ts";
import { listed } from "../../../check/services/words.ts";
import type { Draft } from "../draft/draft.ts";
import { pathsOf } from "../draft/kept-state.ts";
import { servicesOn } from "../fleet/hosted.ts";
import { undefine } from "./define.ts";
import { draftAgain } from "./draft-again.ts";
import type { Removal } from "./removal.ts";

/** Each that stays, as a sentence. */
export function notSaved(draft: Draft, { around, fleet, files }: Removal): readonly string[] {
  const { host } = around;
  const jobs = host.fact(backupsFact)?.jobs ?? [];
  if (jobs.length === 0) return [];
  const others = otherFolders(draft, around);
  const notes: string[] = [];
  for (const path of pathsOf(draft, around)) {
    const titles = others.filter((each) => isWithin(each.path, path)).map(({ title }) => title);
    let wasListed = false;
    for (const { option } of jobs)
      for (const { file } of definedAt(option, host, fleet.repository)) {
        const source = files.get(file);
        const without = source === undefined ? source : undefine(source, option, [path]);
        if (source === undefined || without === source) continue;
        wasListed = true;
        if (titles.length === 0) files.set(file, without);
      }
    if (wasListed && titles.length > 0)
      notes.push(
        `${path} stays in the backup of ${host.host.name}: it is where ${listed([...new Set(titles)])} ${titles.length === 1 ? "keeps its" : "keep their"} state.`,
      );
  }
  return notes;
}

function otherFolders(
  { name }: Draft,
  around: Removal["around"],
): readonly { readonly path: string; readonly title: string }[] {
  return servicesOn(around.host)
    .filter((each) => each.name !== name)
    .flatMap((each) => {
      const draft = draftAgain(each.name, each, around);
      return draft === undefined ? [] : pathsOf(draft, around).map((path) => ({ path, title: draft.service.title }));
    });
}
