/** What is written for each host and each user. */

import type { Draft } from "../../draft.ts";
import { nixName, nixValue } from "../../nix.ts";
import { diskFile, hardwareFile } from "../../parts/hardware.ts";
import { newestRelease } from "../../release.ts";
import type { Fleet, Host } from "../../spec/fleet-spec.ts";
import type { Templates } from "../../template.ts";

export function hostFiles(host: Host, fleet: Fleet, templates: Templates): Draft[] {
  const folder = `hosts/${host.name}`;
  const about = host.description === "" ? "what is special about this machine" : host.description;
  const values = {
    name: host.name,
    namespace: fleet.namespace,
    about: /[.!?]$/u.test(about) ? about : `${about}.`,
    stateVersion: host.stateVersion,
    homeStateVersion: homeStateVersionOf(fleet),
  };
  const path = `${folder}/default.nix`;
  if (host.kind === "darwin") return [{ path, text: templates.fill("hosts/darwin.nix", values) }];
  const disk = diskFile(host, `${folder}/disk.nix`, templates);
  const services = servicesFile(host, fleet, templates);
  const text = templates.fill("hosts/nixos.nix", {
    ...values,
    disk: disk !== undefined,
    services: services !== undefined,
    parallels: host.hardware === "parallels",
  });
  return [{ path, text }, hardwareFile(host, `${folder}/hardware.nix`, templates), disk, services].filter(
    (draft) => draft !== undefined,
  );
}

/** Homes count in releases, on a Mac, too. */
export function homeStateVersionOf({ release }: Fleet): string {
  return release === "unstable" ? newestRelease : release;
}

/** Only what differs from host to host; nothing if that is nothing. */
function servicesFile(host: Host, { namespace }: Fleet, templates: Templates): Draft | undefined {
  const omada = host.services.includes("omada");
  const restic = host.services.includes("restic");
  if (!omada && !restic) return undefined;
  return {
    path: `hosts/${host.name}/services.nix`,
    text: templates.fill("hosts/services.nix", { name: host.name, namespace, omada, restic }),
  };
}

export function userFiles({ users }: Fleet, templates: Templates): Draft[] {
  const entries = users.map(
    ({ name, fullName, email, sshKeys, admin }) =>
      `${nixName(name)} = ${nixValue({ fullName, email, sshKeys, ...(admin ? {} : { admin }) })};`,
  );
  return [
    {
      path: "users.nix",
      text: `# The people: who they are to Git, and the public keys with which they log in.\n{ ${entries.join("\n\n")} }\n`,
    },
    ...users.map(({ name }) => ({ path: `home/users/${name}.nix`, text: templates.fill("hosts/user.nix", { name }) })),
  ];
}
