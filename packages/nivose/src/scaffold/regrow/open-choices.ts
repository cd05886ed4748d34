/** What can be asked for in a repository: what its preset knows, and what it has of its own. */

import type { Repository } from "../../check/source/repository.ts";
import type { Layout, Place } from "../layout.ts";
import type { Choices, Preset } from "../preset.ts";

/** Roles and the like that a repository has of its own, where any host can have them. */
export function openChoices({ choices, layout, takesOwn = [] }: Preset, { files }: Pick<Repository, "files">): Choices {
  const own = (kind: "role" | "profile" | "service") =>
    placesOf(layout, kind).flatMap((place) => namesAt(place, files));
  return {
    ...choices,
    roles: merged(choices.roles, takesOwn.includes("role") ? own("role") : []),
    profiles: merged(choices.profiles, takesOwn.includes("profile") ? own("profile") : []),
    services: merged(choices.services, takesOwn.includes("service") ? own("service") : []),
  };
}

function merged(names: readonly string[], others: readonly string[]): readonly string[] {
  return [...new Set([...names, ...others])];
}

function placesOf({ parts }: Layout, kind: "role" | "profile" | "service"): readonly Place[] {
  const place = parts[kind];
  return place === undefined ? [] : "path" in place ? [place] : place;
}

function namesAt({ path }: Place, files: Repository["files"]): string[] {
  const [start = "", end = ""] = path.split("{name}");
  return [...files.keys()].flatMap((file) => {
    const name = file.slice(start.length, file.length - end.length);
    return file === start + name + end && /^[a-z][\w-]*$/iu.test(name) && name !== "default" ? [name] : [];
  });
}
