/** Services that a new host is to have from the beginning. */

import { expect, test } from "vitest";
import { comeLater } from "../../../src/scaffold/service/along-with-host.ts";
import { fleetOf, labOf, repositoryIn } from "../regrow/lab.ts";

const folder = "hosts/_modules/nixos/services";
const module = (name: string, options: string): string => `{ config, lib, ... }:
{
  options.homelab.services.${name} = {
    enable = lib.mkEnableOption "it";
    ${options}
  };

  config = lib.mkIf config.homelab.services.${name}.enable { services.${name}.enable = true; };
}
`;

test("those come later of which something has to be said, or that the fleet has no module for", async () => {
  const lab = new Map(await labOf("homelab"));
  const own = await fleetOf(lab);
  const told = (files: ReadonlyMap<string, string>, ...names: readonly string[]) =>
    comeLater("nova", names, { own, repository: repositoryIn(files) }).map(({ message }) => [
      message.text,
      message.hint,
    ]);
  const ofGitea = [
    "gitea cannot be given to nova along with it: it has to be told its domain: the name by which people reach it",
    "leave '--service gitea' out; afterwards 'nivose add service gitea --on nova --set domain=git.example.org' adds it",
  ];
  expect(told(lab, "gitea")).toEqual([ofGitea]);
  expect(told(lab, "grafana")).toEqual([
    [
      "grafana cannot be given to nova along with it: the fleet has no module for it yet",
      "leave '--service grafana' out; afterwards 'nivose add service grafana --on nova' adds it",
    ],
  ]);
  const grown = new Map(lab)
    .set(`${folder}/gitea.nix`, module("gitea", "domain = lib.mkOption { type = lib.types.str; };"))
    .set(`${folder}/grafana.nix`, module("grafana", "port = lib.mkOption { type = lib.types.port; default = 3000; };"));
  expect(told(grown, "gitea", "grafana", "caddy", "restic")).toEqual([ofGitea]);
});
