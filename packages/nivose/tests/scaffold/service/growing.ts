/** Small fleets that grow by services and shrink again. */

import { expect } from "vitest";
import type { EvaluatedFleet } from "../../../src/check/hosts/evaluated-fleet.ts";
import type { Grown } from "../../../src/scaffold/growth.ts";
import { addService } from "../../../src/scaffold/service/add-service.ts";
import { removeService } from "../../../src/scaffold/service/remove-service.ts";
import type { ServiceWish } from "../../../src/scaffold/service/wish.ts";
import { evaluatedIn, filesOf } from "../../check/example-fleet.ts";

export type Files = Readonly<Record<string, string>>;

export const lock = filesOf("")["flake.lock"]!;
export const hardware = filesOf("")["base.nix"]!.replace('networking.hostName = "machine";\n  ', "");

export const flakeOf = (hosts: Files): string => `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";

  outputs =
    { nixpkgs, ... }:
    {
      nixosConfigurations = {
${Object.entries(hosts)
  .map(([name, module]) => `        ${name} = nixpkgs.lib.nixosSystem { modules = [ ${module} ]; };`)
  .join("\n")}
      };
    };
}
`;

export const wish = (name: string, host: string, more: Partial<ServiceWish> = {}): ServiceWish => ({
  name,
  host,
  ports: [],
  settings: [],
  withNeeds: false,
  ...more,
});

export function add(fleet: EvaluatedFleet, given: ServiceWish): Grown {
  const { repository } = fleet;
  return addService(given, { repository, own: undefined, layout: { parts: {} }, namespace: undefined }, fleet);
}

export function remove(fleet: EvaluatedFleet, name: string, host: string): Grown {
  const { repository } = fleet;
  return removeService(
    { name, host },
    { repository, own: undefined, layout: { parts: {} }, namespace: undefined },
    fleet,
  );
}

export function filesIn(grown: Grown): Record<string, string | undefined> {
  if (!grown.ok) throw new Error(grown.problems.map(({ message }) => message.text).join("\n"));
  const decoded = [...grown.growth.files].map(
    ([name, file]) => [name, file === undefined ? undefined : Buffer.from(file.bytes).toString()] as const,
  );
  return Object.fromEntries(decoded);
}

export function grownFiles(files: Files, grown: Grown): Record<string, string> {
  const all = { ...files, ...filesIn(grown) };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

export function problemsIn(grown: Grown): string[] {
  return grown.ok
    ? []
    : grown.problems.map(({ message }) => [message.text, message.hint].filter((each) => each !== undefined).join("; "));
}

/** The files after it, and after it was taken away again. */
export async function thereAndBack(
  files: Files,
  fleet: EvaluatedFleet,
  given: ServiceWish,
): Promise<Record<string, string | undefined>> {
  const grown = add(fleet, given);
  const after = grownFiles(files, grown);
  const again = await evaluatedIn(after);
  expect(add(again, given)).toMatchObject({ ok: true, growth: { files: new Map() } });
  expect(grownFiles(after, remove(again, given.name, given.host))).toEqual(files);
  return filesIn(grown);
}
