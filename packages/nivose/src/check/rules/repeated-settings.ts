/** The same settings, written out for several hosts. */

import { optionPathText } from "../../explain/option-path.ts";
import type { RelatedPlace } from "../finding.ts";
import type { EvaluatedFleet, EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { type OwnDefinition, ownDefinitions } from "../hosts/own-definitions.ts";
import type { HostsRule } from "../rule.ts";

export const rule: HostsRule = {
  code: "repeated-settings",
  family: "fleet",
  level: "note",
  class: "certain",
  reads: "hosts",
  needs: [],
  title: "The same settings on several hosts",
  explain:
    "Files that belong to one host each say the same: the same options have the same values, by the same text. A module that all of these hosts import says it " +
    "once, and a later change is made in one place instead of being forgotten in one of them. The finding tells how many lines that would save. Told is what stands " +
    "behind no condition, and has the same text and the same value in every file; left alone are files that describe the hardware or the disks, options of the fleet's own, and " +
    "what would save less than five lines.",
  example: {
    bad: twoHosts(settings(), settings(), ""),
    good: twoHosts("", "", settings()),
  },
  *check(fleet) {
    for (const [key, settings] of groups(fleet)) {
      const files = key.split("\0");
      const lines = settings.reduce((sum, [first]) => sum + linesOf(first!), 0);
      if (settings.length < 2 || lines * (files.length - 1) < LEAST) continue;
      const inFile = (file: string): Placed => settings[0]!.find(({ own }) => own.source.name === file)!;
      const { own, host } = inFile(files[0]!);
      yield {
        text: `${settings.length} settings are the same in ${files.length} files of single hosts; in a module of their own they would save ${lines * (files.length - 1)} lines`,
        at: own.source.at(own.definition.attrPath),
        related: files.slice(1).map((file): RelatedPlace => {
          const other = inFile(file).own;
          return { text: "and here", at: other.source.at(other.definition.attrPath) };
        }),
        hint: `move ${told(settings.map(([first]) => optionPathText(first!.own.path)))} into a module that these hosts import`,
        hosts: [...new Set(settings[0]!.map((each) => each.host.host.name))],
        class: host.class,
      };
    }
  },
};

interface Placed {
  readonly own: OwnDefinition;
  readonly host: EvaluatedHost;
}

/** Settings by the files that all have them, of each the definitions, in the order of the first file. */
function groups(fleet: EvaluatedFleet): ReadonlyMap<string, readonly (readonly Placed[])[]> {
  const users = new Map<string, number>();
  for (const { files } of fleet.hosts) for (const file of files) users.set(file, (users.get(file) ?? 0) + 1);
  const bySetting = new Map<string, Map<string, Placed>>();
  for (const host of fleet.hosts) {
    const isWanted = (file: string): boolean => users.get(file) === 1 && host.files.has(file) && !ofMachine.test(file);
    for (const own of ownDefinitions(host, fleet.repository, isWanted)) {
      if (!isCommon(own, host)) continue;
      const { flake, kind } = host.host;
      const key = JSON.stringify([flake, kind, own.path, own.source.text(own.definition.value), own.value]);
      const known = bySetting.get(key) ?? new Map<string, Placed>();
      known.set(own.source.name, { own, host });
      bySetting.set(key, known);
    }
  }
  const found = new Map<string, Placed[][]>();
  for (const byFile of bySetting.values()) {
    if (new Set([...byFile.values()].map(({ host }) => host)).size < 2) continue;
    const files = [...byFile.keys()].toSorted();
    const key = files.join("\0");
    found.set(key, [...(found.get(key) ?? []), files.map((file) => byFile.get(file)!)]);
  }
  const place = ([first]: readonly Placed[]): number => first!.own.source.tree.start(first!.own.definition.attrPath);
  return new Map(
    [...found].map(([key, settings]) => [key, outermost(settings.toSorted((a, b) => place(a) - place(b)))]),
  );
}

/** What lies within the value of another setting is a part of that. */
function outermost(settings: readonly (readonly Placed[])[]): readonly (readonly Placed[])[] {
  let end = -1;
  return settings.filter(([first]) => {
    const { source, definition } = first!.own;
    if (source.tree.start(definition.attrPath) < end) return false;
    end = source.tree.end(definition.value);
    return true;
  });
}

/** Whether another host could have it from a module: not what says which machine it is, nor the fleet's own switches. */
function isCommon({ path, answer, definition }: OwnDefinition, { local }: EvaluatedHost): boolean {
  const name = path.join(".");
  // an entry of a list is a part of the list
  if (path.some((each) => each.startsWith("["))) return false;
  if (definition.around.length > 0 || definition.path.includes(undefined) || ofHost.test(name)) return false;
  const declarations = answer.facts?.declarations ?? answer.enclosing?.declarations ?? [];
  return !declarations.some((file) => file.startsWith("/") && local(file).isOwn);
}

/** Files of which each machine has its own, however alike they are. */
const ofMachine = /(?:^|\/)(?:hardware|disk|disko|filesystem|facter|boot|generated)[^/]*\.nix$|\/hardware\//iu;

const ofHost =
  /(?:^|\.)(?:stateVersion|hostName|hostId|hostPlatform|system|username|homeDirectory)$|^(?:fileSystems|swapDevices|boot|hardware|disko|networking\.(?:useDHCP|interfaces))\b/u;

function linesOf({ own: { source, definition } }: Placed): number {
  const { tree, positions } = source;
  return positions.at(tree.end(definition.value)).line - positions.at(tree.start(definition.attrPath)).line + 1;
}

function told(names: readonly string[]): string {
  const shown = names.slice(0, MOST).map((name) => `'${name}'`);
  if (names.length > MOST) return `${shown.join(", ")} and ${names.length - MOST} more`;
  return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

const MOST = 4;
/** Lines. */
const LEAST = 5;

function settings(): string {
  return `  time.timeZone = "Europe/Berlin";
  i18n.defaultLocale = "de_DE.UTF-8";
  services.openssh = {
    enable = true;
    settings.PasswordAuthentication = false;
  };
  security.sudo.wheelNeedsPassword = false;
`;
}

function twoHosts(luna: string, sol: string, both: string): Readonly<Record<string, string>> {
  const host = (name: string, more: string): string => `{\n  networking.hostName = "${name}";\n${more}}\n`;
  return {
    "flake.nix": `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";

  outputs =
    { nixpkgs, ... }:
    {
      nixosConfigurations = nixpkgs.lib.genAttrs [ "luna" "sol" ] (
        name: nixpkgs.lib.nixosSystem { modules = [ ./common.nix (./hosts + "/\${name}.nix") ]; }
      );
    };
}
`,
    "common.nix": `{
  nixpkgs.hostPlatform = "x86_64-linux";
  boot.loader.systemd-boot.enable = true;
  fileSystems."/".device = "/dev/disk/by-label/nixos";
  system.stateVersion = "24.11";
${both}}
`,
    "hosts/luna.nix": host("luna", luna),
    "hosts/sol.nix": host("sol", sol),
  };
}
