/** The option of a module, as those beside it have theirs. */

import type { Repository } from "../../../check/source/repository.ts";
import { bindingsOf } from "../../../schema/definitions.ts";
import { setsOf } from "../../edit/attributes.ts";
import type { Place } from "../../layout.ts";
import { nameIn } from "../../place/pattern.ts";
import { reservedNames } from "../../spec/reserved-names.ts";

/** The option that most of the modules there declare by their name. */
export function withOption(repository: Repository, place: Place): Place {
  const siblings = [...repository.files.values()].flatMap((file) => {
    const name = nameIn(place.path, file.name);
    return name === undefined || name === "default" ? [] : [{ file, name }];
  });
  const counts = new Map<string, number>();
  for (const { file, name } of siblings) {
    const option = declaredIn(file.tree, setsOf(file.tree, file.expression), ["options"], name);
    if (option !== undefined) counts.set(option, (counts.get(option) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  // what NixOS may have itself cannot be a new module's
  if (most === undefined || reservedNames.has(most[0].split(".")[0]!)) return place;
  return most[1] * 2 >= siblings.length ? { ...place, option: most[0] } : place;
}

/** `a.{name}` of `options.a.NAME.enable`. */
function declaredIn(
  tree: Parameters<typeof bindingsOf>[0],
  sets: readonly number[],
  before: readonly string[],
  name: string,
): string | undefined {
  for (const set of sets)
    for (const { path: names, value } of bindingsOf(tree, set)) {
      const isOptions = before[0] === "options" ? names[0] === "options" : true;
      if (!isOptions || names.includes(undefined)) continue;
      const whole = [...(before[0] === "options" ? [] : before), ...(names as string[])].filter(
        (each, index) => index > 0 || each !== "options",
      );
      const at = whole.indexOf(name);
      if (at > 0) return [...whole.slice(0, at), "{name}"].join(".");
      const inner = declaredIn(tree, setsOf(tree, value), whole.length === 0 ? [""] : whole, name);
      if (inner !== undefined) return inner;
    }
  return undefined;
}
