/** A fleet that `init` wrote into a folder of a larger repository: what is added to it is added as if the folder were all there is. */

import { existsSync } from "node:fs";
import path from "node:path";
import type { Grown } from "../../scaffold/growth.ts";
import { presetOf } from "../../scaffold/regrow/own-fleet.ts";
import type { FlakesHere } from "../flakes-here.ts";

export interface OwnFolder {
  /** Relative to the repository; empty if that is the fleet itself, or has none, or several. */
  readonly folder: string;
  readonly inner: FlakesHere;
}

export function ownFolder(here: FlakesHere): OwnFolder {
  const { root, flakes } = here;
  const isOwn = (folder: string): boolean =>
    presetOf((name) => existsSync(path.join(root, folder, name))) !== undefined;
  // of several flakes each is in a folder of the fleet
  const candidates = new Set(flakes.flatMap((flake) => [flake, path.posix.dirname(flake)]));
  const [folder = "", ...others] = [...candidates].filter((each) => each !== "." && isOwn(each));
  if (folder === "" || others.length > 0 || isOwn("")) return { folder: "", inner: here };
  const below = flakes.filter((flake) => flake === folder || flake.startsWith(`${folder}/`));
  return {
    folder,
    inner: { root: path.join(root, folder), flakes: below.map((flake) => path.posix.relative(folder, flake)) },
  };
}

/** With the names that its files have in the whole repository. */
export function outOf(folder: string, grown: Grown): Grown {
  if (folder === "") return grown;
  const whole = (name: string): string => `${folder}/${name}`;
  if (!grown.ok)
    return {
      ok: false,
      problems: grown.problems.map((each) => (each.file === undefined ? each : { ...each, file: whole(each.file) })),
    };
  const files = new Map([...grown.growth.files].map(([name, file]) => [whole(name), file] as const));
  return { ok: true, growth: { ...grown.growth, files } };
}
