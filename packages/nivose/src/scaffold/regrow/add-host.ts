/** A host that is added to a repository of `init`, with what was found out on the machine. */

import type { Repository } from "../../check/source/repository.ts";
import { SourceFile } from "../../check/source/source-file.ts";
import { cannotGrow, type Grown, type Growth } from "../growth.ts";
import type { FoundOut } from "../machine/found-out.ts";
import { foundOut } from "../machine/read-found-out.ts";
import { withFoundOut } from "../machine/write-found-out.ts";
import type { HostRequest } from "../site/host-request.ts";
import type { OwnFleet } from "../site/site.ts";
import type { HostSpec } from "../spec/fleet-spec.ts";
import { hostAdded } from "./changes/hosts.ts";
import { regrow, type RegrowContext } from "./regrow.ts";

export async function addOwnHost(
  own: OwnFleet,
  repository: Repository,
  request: HostRequest,
  context: RegrowContext,
): Promise<Grown> {
  const found = foundOut(request);
  if ("code" in found) return cannotGrow(found);
  const grown = await regrow(own, repository, hostAdded(request.host, asSpec(found, own)), context);
  return grown.ok ? { ok: true, growth: withMachine(grown.growth, request, found) } : grown;
}

/** What is found out counts where nothing is said. File systems that are there are taken as they are. */
function asSpec({ system, hardware, hasFileSystems }: FoundOut, { preset: { choices } }: OwnFleet): Partial<HostSpec> {
  return {
    ...(system === undefined ? {} : { system }),
    ...(hardware !== undefined && Object.hasOwn(choices.hardware, hardware) ? { hardware } : {}),
    ...(hasFileSystems && choices.disks.includes("labels") ? { disk: "labels" } : {}),
  };
}

function withMachine(growth: Growth, { host, hardwareConfig, facter }: HostRequest, found: FoundOut): Growth {
  if (hardwareConfig === undefined && facter === undefined) return growth;
  const drawn = (name: string): SourceFile | undefined => {
    const path = [...growth.files.keys()].find((each) => each.endsWith(`/${host.name}/${name}`));
    const file = path === undefined ? undefined : growth.files.get(path);
    return file === undefined ? undefined : new SourceFile(path!, file.bytes);
  };
  const hardware = drawn("hardware.nix");
  if (hardware === undefined) return growth;
  const disk = drawn("disk.nix");
  const texts = withFoundOut({ hardware, disk }, found, host.disk !== undefined);
  const files = new Map(growth.files);
  files.set(hardware.name, { bytes: new TextEncoder().encode(texts.hardware) });
  if (disk !== undefined && texts.disk !== undefined)
    files.set(disk.name, { bytes: new TextEncoder().encode(texts.disk) });
  const isLeftOut = found.hasFileSystems && host.disk !== undefined;
  const notes = isLeftOut
    ? [
        ...growth.notes,
        `File systems of ${hardwareConfig?.name} are left out: disk.nix lays out the disk, as --disk says.`,
      ]
    : growth.notes;
  return { ...growth, files, notes };
}
