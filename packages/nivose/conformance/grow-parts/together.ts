/** All parts at once in a repository, with everything evaluated before and after. */

import type { Copy } from "./copy.ts";
import { changedHosts, findingsOf, type FleetKind, hasDerivation, type Host, hostsOf } from "./fleet.ts";
import { filesOf, presenceOf, refusalOf } from "./presence.ts";
import { hosts as hostWays, onHosts, parts, titleOf, type Way } from "./ways.ts";

export const columns = ["part", "lines", "new files", "there", "removed"];

interface Added {
  readonly way: Way;
  readonly lines: string;
  readonly created: readonly string[];
}

export interface Together {
  readonly rows: readonly (readonly string[])[];
  /** What is said of the whole, one line each. */
  readonly whole: readonly string[];
  /** While they are there. */
  readonly newHosts: readonly Host[];
}

/** `look` is called while all parts are there. */
export function together(
  copy: Copy,
  flags: readonly string[],
  kinds: readonly string[] | undefined,
  look: (newHosts: readonly Host[]) => readonly string[],
): Together {
  const state = copy.state();
  const before = hostsOf(copy, flags);
  const findings = findingsOf(copy, flags);
  const refused: (readonly string[])[] = [];
  const added: Added[] = [];
  const names = new Map<FleetKind, string>();
  const isWanted = ({ kind }: Way): boolean => kinds?.includes(kind) !== false;
  for (const way of [...parts, ...hostWays].filter(isWanted)) {
    const has = takingPart(way, added);
    // where an inventory does not name roles and profiles that are new, hosts have them by their modules
    if (!tryToAdd(has) && (has === way || !tryToAdd(way))) refused.push([titleOf(way), refusalOf(attempt(way))]);
    else if (way.of !== undefined) names.set(way.of, way.name);
  }
  const existing = before.find(({ kind }) => kind === "nixos");
  if (!names.has("nixos") && existing !== undefined) names.set("nixos", existing.name);
  for (const way of onHosts(names).filter(isWanted))
    if (!tryToAdd(way)) refused.push([titleOf(way), refusalOf(attempt(way))]);

  const after = hostsOf(copy, flags);
  const newHosts = after.filter(
    ({ name, flake }) => !before.some((each) => each.name === name && each.flake === flake),
  );
  const asked = newHosts.length > 0 ? [...newHosts, ...after] : after;
  const news = findingsOf(copy, flags).filter((each) => !findings.includes(each));
  const there = added.map(({ way, created }) =>
    way.kind === "host"
      ? (newHosts.find(({ name }) => name === way.name)?.derivation ?? "no: not listed")
      : presenceOf(copy, way, created, asked, flags),
  );
  const { withoutComments } = copy.linesSince(state);
  const looked = look(newHosts);
  const removed = added
    .toReversed()
    .map(({ way }) => {
      const told = copy.nivose("remove", way.kind, way.name, ...way.removeFlags, "--allow-dirty", "--json");
      copy.git("add", "--all");
      return told.status === 0 ? "yes" : refusalOf(told);
    })
    .toReversed();
  const isAsBefore = copy.state() === state;

  const others = before.filter(({ name }) => newHosts.length > 0 || name !== existing?.name);
  const changed = changedHosts(others, after).map(({ name }) => name);
  const told = changed.length === 0 ? "all as before" : `changed: ${changed.join(", ")}`;
  return {
    newHosts,
    rows: [
      ...added.map(({ way, lines, created }, at) => [
        titleOf(way),
        lines,
        String(created.length),
        there[at]!,
        removed[at]!,
      ]),
      ...refused,
    ],
    whole: [
      `check: ${news.join("; ") || "nothing new"} (${findings.length} before)`,
      `other hosts: ${others.filter(hasDerivation).length} of ${others.length} have a derivation; ${told}`,
      `comments: ${withoutComments.length === 0 ? "untouched" : `changed in ${withoutComments.join(", ")}`}`,
      ...looked,
      `all removed: ${isAsBefore ? "the bytes of before" : "not as before"}`,
    ],
  };

  function attempt({ kind, name, flags: of }: Way) {
    return copy.nivose("add", kind, name, ...of, "--json", "--allow-dirty", ...(kind === "service" ? flags : []));
  }

  function tryToAdd(way: Way): boolean {
    const earlier = copy.state();
    const told = attempt(way);
    const files = filesOf(told);
    if (told.status !== 0 || files.length === 0) return false;
    copy.git("add", "--all");
    const { plus, minus } = copy.linesSince(earlier);
    const created = files.filter(({ change }) => change === "create").map((file) => file.path);
    added.push({ way, lines: `+${plus} −${minus}`, created });
    return true;
  }
}

/** A host with the new role and the new profile. */
function takingPart(way: Way, added: readonly Added[]): Way {
  if (way.of !== "nixos") return way;
  const flags = added
    .filter(({ way: { kind } }) => kind === "role" || kind === "profile")
    .flatMap(({ way: { kind, name } }) => [`--${kind}`, name]);
  return flags.length === 0 ? way : { ...way, flags: [...way.flags, ...flags] };
}
