/** Each part by itself, added to a repository and removed again. */

import type { Copy } from "./copy.ts";
import { changedHosts, findingsOf, hasDerivation, type Host, hostsOf } from "./fleet.ts";
import { filesOf, presenceOf, refusalOf } from "./presence.ts";
import { hosts as hostWays, onHosts, parts, titleOf, type Way } from "./ways.ts";

export const columns = ["part", "lines", "new files", "check", "there", "other hosts", "twice", "removed"];

export interface Wanted {
  readonly flags: readonly string[];
  readonly kinds: readonly string[] | undefined;
  /** Nothing is evaluated otherwise. */
  readonly withHosts: boolean;
}

export function* alone(copy: Copy, { flags, kinds, withHosts }: Wanted): Iterable<readonly string[]> {
  const state = copy.state();
  const checkFlags = withHosts ? flags : ["--source"];
  const before = hostsOf(copy, flags);
  const findings = findingsOf(copy, checkFlags);
  const named = new Map(
    (["nixos", "darwin", "home"] as const).flatMap((kind) => {
      const host = before.find((each) => each.kind === kind);
      return host === undefined ? [] : [[kind, host.name] as const];
    }),
  );
  for (const way of [...hostWays, ...parts, ...onHosts(named)]) {
    if (kinds?.includes(way.kind) === false) continue;
    yield [titleOf(way), ...outcome(copy, way)];
    copy.reset();
  }

  function outcome(tried: Copy, way: Way): readonly string[] {
    const add = ["add", way.kind, way.name, ...way.flags, "--json", ...(way.kind === "service" ? flags : [])];
    const added = tried.nivose(...add);
    if (added.status !== 0) return [refusalOf(added)];
    if (filesOf(added).length === 0) return ["nothing to change"];
    const twice = filesOf(tried.nivose(...add, "--allow-dirty")).length;
    tried.git("add", "--all");
    const { plus, minus, withoutComments } = tried.linesSince(state);
    const created = filesOf(added)
      .filter(({ change }) => change === "create")
      .map((file) => file.path);
    const after = withHosts ? hostsOf(tried, flags) : before;
    const news = findingsOf(tried, checkFlags).filter((each) => !findings.includes(each));
    const there =
      way.kind === "host"
        ? (after.find(({ name }) => name === way.name)?.derivation ?? "no: not listed")
        : presenceOf(tried, way, created, after, flags);
    const removed = tried.nivose("remove", way.kind, way.name, ...way.removeFlags, "--allow-dirty", "--json");
    return [
      `+${plus} −${minus}${withoutComments.map((file) => `, comments of ${file} changed`).join("")}`,
      String(created.length),
      news.join("; ") || "nothing new",
      there,
      withHosts ? unchanged(before, after, way) : "",
      twice === 0 ? "nothing" : `${twice} files`,
      removed.status !== 0 ? refusalOf(removed) : tried.state() === state ? "as before" : "differs",
    ];
  }
}

/** Those that a part is put on are other ones afterwards. */
function unchanged(before: readonly Host[], after: readonly Host[], { flags }: Way): string {
  const others = before.filter(({ name }) => !flags.includes(name));
  const changed = changedHosts(others, after);
  if (changed.length > 0) return `changed: ${changed.map(({ name }) => name).join(", ")}`;
  return `${others.filter(hasDerivation).length} of ${others.length} the same`;
}
