/** A package as `init` would have to be told of it, from its files. */

import type { ReadBack } from "../../preset.ts";
import type { FleetFiles } from "../../regrow/read/fleet-files.ts";
import { ciOf, releaseOf } from "../../regrow/read/flake.ts";
import { given } from "../../regrow/read/inventory.ts";
import type { FleetSpec, PackageSpec } from "../../spec/fleet-spec.ts";
import { partName } from "./part-names.ts";
import { defaultDescription } from "./values.ts";

export const readBack: ReadBack = (files): FleetSpec => {
  const kind = files.exists("packages/toshy.nix") ? "toshy" : "tool";
  const name = files.captured("README.md", /^# (\S+)$/mu);
  const description = files.data("flake.nix", ["description"], "the description");
  return {
    ...given("name", name),
    ...(typeof description === "string" && description !== defaultDescription(kind) ? { description } : {}),
    release: releaseOf("flake.nix", files),
    ci: ciOf(files),
    package: {
      kind,
      ...given("version", files.captured("pyproject.toml", /^version = "([^"]+)"$/mu)),
      ...ofPackage(`packages/${kind === "toshy" ? "toshy" : partName(name ?? "")}.nix`, files),
      ...ofFlake(files),
    },
  };
};

function ofPackage(path: string, files: FleetFiles): PackageSpec {
  return {
    ...given("homepage", files.captured(path, /^ +homepage = "([^"]+)";$/mu)),
    ...given("license", files.captured(path, /^ +license = lib\.licenses\.([A-Za-z]\w*);$/mu)),
  };
}

/** Platforms and the formatter are in the flake alone. */
function ofFlake(files: FleetFiles): PackageSpec {
  const list = files.captured("flake.nix", /^ +systems = \[([^\]]*)\];$/mu);
  const systems = list === undefined ? [] : [...list.matchAll(/"([^"]+)"/gu)].map(([, system]) => system!);
  return {
    ...(systems.length === 0 ? {} : { systems }),
    formatter: files.nix("flake.nix")?.mentions("pkgs.nixpkgs-fmt") === true ? "nixpkgs-fmt" : "nixfmt",
  };
}
