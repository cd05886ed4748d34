/** Definitions of options that no module of the host declares. */

import { definitionsOf } from "../../schema/definitions.ts";
import type { HostsRule } from "../rule.ts";
import { namesSpelledLike, didYouMean } from "../../advice/names.ts";
import type { Found, Place } from "../finding.ts";

export const rule: HostsRule = {
  code: "unknown-option",
  family: "options",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [],
  title: "An option that no module declares",
  explain: "A module gives a value to an option that none of the modules declares which are part of this host.",
  example: {
    bad: "{\n  services.nginx.enabel = true;\n}\n",
    good: "{\n  services.nginx.enable = true;\n}\n",
  },
  *check({ hosts, repository }): Iterable<Found> {
    for (const { host, undeclared, local, class: sureness } of hosts) {
      for (const { prefix, path, names, file, unread } of undeclared) {
        if (unread.some(({ isRelease }) => !isRelease)) continue;
        const { name, isOwn } = local(file);
        if (!isOwn) continue;
        const source = repository.files.get(name);
        const found =
          source === undefined
            ? []
            : (definitionsOf(source.tree, () => false) ?? []).filter((it) =>
                path.every((part, at) => it.path[at] === part),
              );
        const at: Place = source === undefined || found.length === 0 ? { file: name } : source.at(found[0]!.attrPath);
        const last = path.at(-1)!;
        yield {
          text: `there is no option '${[...prefix, ...path].join(".")}'`,
          at,
          hint: didYouMean(namesSpelledLike(last, names).map((it) => [...prefix, ...path.slice(0, -1), it].join("."))),
          hosts: [host.name],
          class: unread.length > 0 ? "heuristic" : sureness,
        };
      }
    }
  },
};
