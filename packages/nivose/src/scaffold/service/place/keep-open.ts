/** Ports that a file which goes has opened, and that something else on the host needs: they are opened in a file that stays. */

import { isBelow } from "../../../check/hosts/defined.ts";
import { tellPorts } from "../../../check/services/words.ts";
import { settingsAt } from "../../../services/settings.ts";
import { bindings } from "../../../services/written.ts";
import { define } from "./define.ts";
import { hostFilesOf } from "./host-files.ts";
import { type Goes, isOpenWithout, openingsIn, type Opening, type PortUser, userOf } from "./needed-ports.ts";
import type { Removal } from "./removal.ts";

/** `more` goes as well. Each as a sentence: what stays open, for whom, and by what. */
export function keepOpen(goes: Goes, more: readonly Opening[], { around, fleet, files }: Removal): readonly string[] {
  const { host } = around;
  const own = hostFilesOf(host, fleet);
  const kept = new Map<string, Opening[]>();
  for (const opening of [...openingsIn(goes, host), ...more]) {
    const user = isOpenWithout(goes, opening, around) ? undefined : userOf(goes, opening, around);
    if (user === undefined) continue;
    const places = own === undefined ? [] : [...placesOf(user, { around, fleet, files }, own.all), own.main];
    const place = places.find((file) => !goes(file) && opens(file, opening, { around, fleet, files }));
    const by =
      place === undefined
        ? `is closed now, and '${bindings(settingsAt(opening.option, [opening.port]))}' in a file of the host opens it again`
        : `stays open, now by ${place}`;
    const what = `${by}: ${user.why}.`;
    kept.set(what, [...(kept.get(what) ?? []), opening]);
  }
  return [...kept].map(([what, openings]) => `${tellPorts(openings)} of ${host.host.name} ${what}`);
}

/** Files of the host that say something of who needs it. */
function placesOf({ options }: PortUser, { around: { host } }: Removal, own: readonly string[]): readonly string[] {
  return own.filter((file) =>
    (host.record?.options ?? []).some(
      ({ path, answer }) =>
        answer.kind === "option" &&
        options.some((option) => isBelow(option, path)) &&
        (answer.definitions ?? []).some((each) => host.local(each.position?.file ?? each.file).name === file),
    ),
  );
}

/** Whether it could be said there. */
function opens(name: string, { option, port }: Opening, { files }: Removal): boolean {
  const file = files.get(name);
  const done = file === undefined ? undefined : define(file, option, [port]);
  if (done?.ok !== true) return false;
  files.set(name, done.file);
  return true;
}
