/** Where every file is a module of the flake: what a host's own module stands in there. */

import path from "node:path/posix";
import type { EvaluatedFleet, EvaluatedHost } from "../../../check/hosts/evaluated-fleet.ts";
import { formatText } from "../../format-text.ts";
import { nixName } from "../../nix.ts";
import { textAt } from "../../place/text-at.ts";
import { isNamedFor } from "../../site/own-files.ts";
import { folderOfModules } from "../../site/parts/flake-modules.ts";
import type { HostFiles } from "./host-files.ts";

export interface FlakeModule {
  readonly file: string;
  readonly textOf: (module: string) => string;
}

/** Nothing if the host's files are modules of its own; `"unknown"` if none of them says what the host's module is called. */
export function flakeModuleFor(
  service: string,
  { main, all }: HostFiles,
  { host: { name } }: EvaluatedHost,
  { repository }: EvaluatedFleet,
): FlakeModule | "unknown" | undefined {
  const root = folderOfModules(repository);
  if (root === undefined || !main.startsWith(`${root}/`)) return undefined;
  const paths = all.flatMap((file) => repository.files.get(file)?.definitions ?? []).map((each) => each.path);
  for (const names of paths) {
    const at = names.findIndex((each) => each === name || each === `nixosConfigurations/${name}`);
    const isAspect = names[at - 1] === "aspects";
    const own = isAspect
      ? [...names.slice(0, at + 1), "nixos"]
      : names.slice(0, names[at + 1] === "module" ? at + 2 : at + 1);
    const isModule = isAspect || own.some((each) => each === "modules" || each === "module");
    if (at < 0 || own.includes(undefined) || !isModule) continue;
    const folder = path.dirname(main);
    const isOwn = folder.split("/").some((part) => isNamedFor(part, name));
    const file = isOwn ? `${folder}/${service}.nix` : `${folder}/${name}-${service}.nix`;
    const around = `{ ${own.map((each) => nixName(each!)).join(".")} = {text}; }`;
    return { file, textOf: (module) => formatText(textAt({ path: file, wiring: [], around }, { name }, module), file) };
  }
  return "unknown";
}
