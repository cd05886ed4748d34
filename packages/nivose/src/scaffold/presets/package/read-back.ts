/** A package as `init` would have to be told of it, from its files. */

import type { ReadBack } from "../../preset.ts";
import { ciOf, releaseOf } from "../../regrow/read/flake.ts";
import { given } from "../../regrow/read/inventory.ts";
import type { FleetSpec } from "../../spec/fleet-spec.ts";

export const readBack: ReadBack = (files): FleetSpec => {
  const isToshy = files.exists("packages/toshy.nix");
  const description = files.data("flake.nix", ["description"], "the description");
  return {
    ...given("name", files.captured("README.md", /^# (\S+)$/mu)),
    ...(typeof description === "string" ? { description } : {}),
    release: releaseOf("flake.nix", files),
    ci: ciOf(files),
    package: { kind: isToshy ? "toshy" : "tool" },
  };
};
