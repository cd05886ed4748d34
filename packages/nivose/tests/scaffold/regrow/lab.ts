/** A repository in memory that is changed as commands change one on the disk. */

import type { Grown } from "../../../src/scaffold/growth.ts";
import { loadPreset } from "../../../src/scaffold/presets/index.ts";
import { addOwnHost } from "../../../src/scaffold/regrow/add-host.ts";
import { ownFleet } from "../../../src/scaffold/regrow/own-fleet.ts";
import { type FleetChange, regrow, type RegrowContext } from "../../../src/scaffold/regrow/regrow.ts";
import type { HostRequest } from "../../../src/scaffold/site/host-request.ts";
import type { OwnFleet } from "../../../src/scaffold/site/site.ts";
import type { FleetSpec, PresetName } from "../../../src/scaffold/spec/fleet-spec.ts";
import { templatesOf } from "../../../src/scaffold/template.ts";
import { composed, presetsFolder, resolved } from "../sound-repository.ts";
import { repositoryOf } from "../repository-of.ts";

export type Files = ReadonlyMap<string, string>;

export const testContext: RegrowContext = {
  templates: ({ name }) => templatesOf(presetsFolder, name),
  random: (length) => new Uint8Array(length).fill(7),
  encrypt: async () => "sops: {}\n",
  withOperators: (fleet) => ({ ...fleet, secrets: { operators: [operator] } }),
};

const operator = { name: "operator", age: "age1aufmcu6hvpcf3uvt2ja7u3jxwg5qgx7zdukknqnux3gvyhn2zupqe0697t" };

/** As `init` writes it; the preset's own fleet if nothing else is said. */
export async function labOf(name: PresetName, spec?: FleetSpec): Promise<Files> {
  const preset = await loadPreset(name);
  const { files } = await composed(resolved(spec ?? preset.founding, preset), preset);
  return new Map(files.map(({ path, text }) => [path, text]));
}

export async function fleetOf(files: Files): Promise<OwnFleet> {
  const own = await ownFleet(repositoryIn(files));
  if (own === undefined) throw new Error("no preset wrote this");
  return own;
}

export async function changed(files: Files, change: FleetChange): Promise<Grown> {
  return regrow(await fleetOf(files), repositoryIn(files), change, testContext);
}

export async function hostAdded(files: Files, request: HostRequest): Promise<Grown> {
  return addOwnHost(await fleetOf(files), repositoryIn(files), request, testContext);
}

/** The files afterwards. */
export function after(files: Files, grown: Grown): Files {
  if (!grown.ok) throw new Error(grown.problems.map(({ message }) => message.text).join("\n"));
  const result = new Map(files);
  for (const [path, file] of grown.growth.files) {
    if (file === undefined) result.delete(path);
    else result.set(path, new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes));
  }
  return result;
}

/** What is different, file by file: its paths. */
export function differing(one: Files, other: Files): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path)).toSorted();
}

export function repositoryIn(files: Files) {
  return repositoryOf([...files].map(([path, text]) => ({ path, text })));
}
