/** The folder of a host. */

import type { Draft } from "../../draft.ts";
import { diskFile, hardwareFile } from "../../parts/hardware.ts";
import { newestRelease } from "../../release.ts";
import type { Fleet, Host } from "../../spec/fleet-spec.ts";
import type { Templates } from "../../template.ts";
import { folderOf } from "./place.ts";
import { secretsOf } from "./secrets.ts";
import { settingsOf } from "./settings.ts";

export function hostFiles(host: Host, fleet: Fleet, templates: Templates): Draft[] {
  const folder = folderOf(host);
  const settings = settingsOf(host, fleet);
  const values = {
    about: host.description === "" ? `The host ${host.name}.` : `${host.name}: ${host.description}`,
    namespace: fleet.namespace,
    settings,
    stateVersion: host.stateVersion,
  };
  const main = `${folder}/default.nix`;
  if (host.kind === "darwin")
    return [
      {
        path: main,
        text: templates.fill("host/darwin.nix", {
          ...values,
          system: host.system,
          homeStateVersion: fleet.release === "unstable" ? newestRelease : fleet.release,
        }),
      },
    ];

  const hardware = hardwareFile(host, `${folder}/hardware.nix`, templates);
  const disk = diskFile(host, `${folder}/disk.nix`, templates);
  const secrets = secretsFile(host, fleet, templates);
  const files = [hardware, ...(disk === undefined ? [] : [disk]), ...(secrets === undefined ? [] : [secrets])];
  const names = ["config", "pkgs"].filter((name) => settings.some((line) => line.includes(`${name}.`)));
  return [
    {
      path: main,
      text: templates.fill("host/nixos.nix", {
        ...values,
        arguments: names.length === 0 ? "" : [...names, "..."].join(", "),
        imports: files.map(({ path }) => `./${path.slice(folder.length + 1)}`).toSorted(),
      }),
    },
    ...files,
  ];
}

function secretsFile(host: Host, fleet: Fleet, templates: Templates): Draft | undefined {
  const names = secretsOf(fleet, host);
  if (names.length === 0) return undefined;
  return {
    path: `${folderOf(host)}/secrets.nix`,
    text: templates.fill("host/secrets.nix", { host: host.name, secrets: names.map((name) => `"${name}" = { };`) }),
  };
}
