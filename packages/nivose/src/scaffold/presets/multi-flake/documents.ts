/** What documents say of this very fleet. */

import type { DraftFlake } from "../../preset.ts";
import type { Fleet, Host } from "../../spec/fleet-spec.ts";
import type { Values } from "../../template.ts";
import { flakeOf, homesOf, isDesktop, stationsOf } from "./places.ts";

export function documentValues(fleet: Fleet, flakes: readonly DraftFlake[]): Values {
  const stations = stationsOf(fleet.hosts);
  const desktop = stations.find((host) => isDesktop(host));
  const minimal = stations.find((host) => !isDesktop(host));
  const example = desktop ?? minimal;
  return {
    description: fleet.description === "" ? "" : `${plain(fleet.description)}.`,
    flakeCount: numeral(flakes.length),
    stationRows: stations.map(stationRow),
    homeRows: homesOf(fleet.hosts).map(
      (home) => `| ${home.name} | ${home.system} | \`home-manager switch --flake ./user-environments#${home.name}\` |`,
    ),
    stationNotes:
      stations.length === 0
        ? ["There is none yet; [a new station](new-station.md) tells how to add one."]
        : stations.flatMap((host, index) => [...(index === 0 ? [] : [""]), ...stationNotes(host)]),
    desktopName: desktop?.name ?? "",
    minimalName: minimal?.name ?? "",
    exampleName: example?.name ?? "NAME",
    exampleFlake: example === undefined ? "minimal-systems" : flakeOf(example),
    exampleAddress: example?.address ?? "ADDRESS",
    shellName: fleet.shells[0] ?? "default",
    edgeLines: flakes.flatMap(({ folder, inputs }) => {
      const siblings = inputs.flatMap((input) => (input.kind === "sibling" ? [input.name] : []));
      return siblings.length === 0 ? [] : [`${folder.padEnd(18)} -> ${siblings.join(", ")}`];
    }),
  };
}

function stationRow(host: Host): string {
  return `| ${host.name} | ${flakeOf(host)} | ${host.system} | ${plain(host.description) || "a station"} | ${host.wave} |`;
}

function stationNotes(host: Host): string[] {
  const list = (words: readonly string[]): string => (words.length === 0 ? "none" : words.join(", "));
  return [
    `## ${host.name}`,
    "",
    ...(host.description === "" ? [] : [`${plain(host.description)}.`, ""]),
    `- Built by \`${flakeOf(host)}/hosts/${host.name}\`, reached at \`${host.address}\`, deployed in wave ${host.wave}.`,
    `- Hardware: ${host.hardware}, disk: ${host.disk}. Roles: ${list(host.roles)}. Services: ${list(host.services)}.`,
    `- People: ${list(host.users)}, each with the ${isDesktop(host) ? "desktop" : "minimal"} home.`,
    "- Serial number, where it stands, who to ask: to be written here.",
  ];
}

/** Text within a table. */
function plain(text: string): string {
  return text.replaceAll(/[|\\`*_<>]/gu, String.raw`\$&`);
}

function numeral(count: number): string {
  return count === 9 ? "Nine" : count === 8 ? "Eight" : String(count);
}
