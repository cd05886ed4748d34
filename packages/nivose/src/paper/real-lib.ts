/** nixpkgs on paper with the `lib` of the real one in it, where the source of that is on this machine. */

import { chmodSync, copyFileSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { Attributes } from "../fleet/inputs/same-repository.ts";
import { placeAtHand, type SourcePlaces } from "./at-hand.ts";
import { copyTree, layOutOnce, type PaperSource } from "./lay-out.ts";
import type { PaperFlake } from "./shelf.ts";

/** The flake as it is if there is no such source. */
export function withRealLib(
  flake: PaperFlake,
  locked: Attributes | undefined,
  places: SourcePlaces,
  cache: string,
): PaperSource {
  const source = locked === undefined ? undefined : placeAtHand(locked, places);
  const lib = source === undefined ? undefined : path.join(source, "lib");
  if (lib === undefined || !existsSync(path.join(lib, "default.nix"))) return flake;
  const kind = `${flake.name}-lib-${path.basename(source!).slice(0, 32)}`;
  return layOutOnce(cache, kind, [flake.narHash, source!], (folder) => {
    copyTree(flake.folder, folder);
    // beside it is what it reads itself
    copyTree(lib, path.join(folder, "lib/real/lib"));
    for (const name of ["maintainer-list.nix", "team-list.nix"])
      copyOne(path.join(source!, "maintainers", name), path.join(folder, "lib/real/maintainers", name));
  });
}

function copyOne(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(path.dirname(to), { recursive: true });
  copyFileSync(from, to);
  chmodSync(to, 0o644);
}
