/** What was found out on a machine by `nixos-generate-config` or nixos-facter, as far as a spec can say it. */

import type { Message } from "@nivose/nix/message";
import { SourceFile } from "../../check/source/source-file.ts";
import { attributeAt, setsOf } from "../edit/attributes.ts";
import { scaffoldMessages } from "../messages.ts";
import type { GivenFile, HostRequest } from "../site/host-request.ts";
import { readFacter } from "./facter.ts";
import type { FoundOut } from "./found-out.ts";

export function foundOut({ hardwareConfig, facter }: HostRequest): FoundOut | Message {
  if (hardwareConfig !== undefined) return readModule(hardwareConfig);
  return facter === undefined ? { hasFileSystems: false } : readFacter(facter);
}

function readModule({ name, bytes }: GivenFile): FoundOut | Message {
  const module = new SourceFile(name, bytes);
  const { tree } = module;
  const [problem] = tree.diagnostics;
  if (problem !== undefined) {
    const { line } = module.positions.at(problem.range.start);
    return scaffoldMessages["grow-hardware"](name, `line ${line}: ${problem.text}`);
  }
  if (setsOf(tree, module.expression).length === 0)
    return scaffoldMessages["grow-hardware"](name, "it is not the module that nixos-generate-config prints");
  const platform = attributeAt(module, ["nixpkgs", "hostPlatform"]);
  const [, system] = /"([a-z0-9_]+-linux)"/u.exec(platform === undefined ? "" : module.text(platform.value)) ?? [];
  const hardware = module.mentions("kvm-intel")
    ? "intel"
    : module.mentions("kvm-amd")
      ? "amd"
      : module.mentions("qemu-guest.nix")
        ? "virtual"
        : undefined;
  return {
    ...(system === undefined ? {} : { system }),
    ...(hardware === undefined ? {} : { hardware }),
    module,
    hasFileSystems: module.mentions("fileSystems"),
  };
}
