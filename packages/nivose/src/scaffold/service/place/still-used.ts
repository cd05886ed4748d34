/** What a service that goes has turned on beside it, and was added by its name, is said more of, or is needed by another service. */

import { isAlike, isBelow } from "../../../check/hosts/defined.ts";
import { leavesOf, type Settings, settingsAt, withSettings } from "../../../services/settings.ts";
import type { Draft } from "../draft/draft.ts";
import type { Surroundings } from "../draft/surroundings.ts";
import { provenancePattern } from "../../../services/provenance.ts";
import { dependentsOf, servicesOn } from "../fleet/hosted.ts";

type Path = readonly string[];

/** What was said beside it in a file, without whatever has to stay on. */
export function withoutUsed(
  { name, path: own }: Draft,
  beside: Settings,
  file: string,
  { host, repository }: Surroundings,
): Settings {
  const said = leavesOf(beside);
  // its own options may be below what it turns on
  const isIts = (path: Path): boolean => isBelow(path, own);
  const isSaidElsewhere = (below: Path): boolean =>
    (host.record?.options ?? []).some(
      ({ path, answer }) =>
        answer.kind === "option" &&
        isBelow(path, below) &&
        !isIts(path) &&
        path.length > below.length &&
        (answer.definitions ?? []).some((each) => {
          const place = host.local(each.position?.file ?? each.file);
          const isOwn = each.isDefault !== true && place.isOwn && repository.files.has(place.name);
          return (
            isOwn && (place.name !== file || !said.some((leaf) => isBelow(path, leaf.path) || isBelow(leaf.path, path)))
          );
        }),
    );
  const others = servicesOn(host).filter((each) => each.name !== name);
  const texts = [...host.files].map((each) => Buffer.from(repository.files.get(each)?.bytes ?? []).toString());
  // one that was added by its name goes by its name
  const wasAdded = (each: string): boolean => texts.some((text) => provenancePattern(each).test(text));
  const isNeeded = (below: Path): boolean =>
    others.some((each) => isAlike(each.path, below) && (wasAdded(each.name) || dependentsOf(each, others).length > 0));
  return said
    .filter(({ path, value }) => {
      const below = path.slice(0, -1);
      const turnsOn = path.at(-1) === "enable" && value === true;
      return !turnsOn || !(isSaidElsewhere(below) || isNeeded(below));
    })
    .map(({ path, value }) => settingsAt(path, value))
    .reduce(withSettings, {});
}
