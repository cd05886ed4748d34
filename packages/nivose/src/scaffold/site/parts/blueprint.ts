/** The folders that blueprint reads packages, shells and templates from: the flake says nothing of what is in them. */

import type { Repository } from "../../../check/source/repository.ts";
import type { PartKind, Place } from "../../layout.ts";
import { entriesOf } from "../said.ts";

type Places = Readonly<Partial<Record<PartKind, readonly Place[]>>>;

/** Nothing if the flake is not made by it. */
export function blueprintPlaces(repository: Repository): Places {
  const flake = Buffer.from(repository.read("flake.nix") ?? []).toString();
  if (!/\bblueprint\s*\{/u.test(flake)) return {};
  const prefix = /\bprefix\s*=\s*(?:"|\.\/)([\w./-]+?)\/?"?;/u.exec(flake)?.[1];
  const base = prefix === undefined ? "" : `${prefix}/`;
  return {
    package: [ofSystem(repository, `${base}packages`, "/default.nix")],
    shell: [ofSystem(repository, `${base}devshells`, ".nix")],
    template: [{ path: `${base}templates/{name}/flake.nix`, wiring }],
  };
}

const wiring: Place["wiring"] = [{ kind: "by-folder", file: "flake.nix" }];

/** As those are that are there: each a file, or a folder. */
function ofSystem(repository: Repository, folder: string, usual: string): Place {
  const entries = entriesOf(repository, folder).map(({ entry }) => entry);
  const files = entries.filter((entry) => entry.endsWith(".nix"));
  const ending = entries.length === 0 ? usual : files.length * 2 > entries.length ? ".nix" : "/default.nix";
  return { path: `${folder}/{name}${ending}`, around: "{ pkgs, ... }: pkgs.callPackage ({text}) { }", wiring };
}
