/** One host in depth, as text: what it is, what runs on it, who uses it, and what it is made from. */

import path from "node:path/posix";
import type { Style } from "../../report/style.ts";
import { printable, textWidth, wrap } from "../../report/terminal-text.ts";
import { ageText } from "./age.ts";
import type { HealthCheck } from "../data/fleet-data.ts";
import type { HostDetails } from "../details.ts";
import type { HostFacts, Target } from "../host.ts";
import type { FlakeInput } from "../inputs/inputs.ts";
import { isRole, rolesOf } from "./roles.ts";
import { derivationOf, loginText, type ShownHost, tagsOf } from "./shown.ts";
import { homeLines, packageText, programText } from "./tell-people.ts";
import { firewallLines, serviceLines } from "./tell-services.ts";

export interface HostLayout {
  readonly width: number;
  readonly style: Style;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A label, and the lines beside it; those that are too wide are broken. */
export type Section = readonly [label: string, lines: readonly string[]];

export function tellHost(
  host: ShownHost & { readonly facts: HostFacts },
  inputs: readonly FlakeInput[],
  { width, style, now }: HostLayout,
): string[] {
  const { facts, data } = host;
  const sections = [
    ...placeSections(host),
    [
      "paper",
      host.class !== undefined
        ? ["what modules of nixpkgs add is not told: their ports, users, units and packages"]
        : [],
    ],
    ...(facts.details === undefined ? [] : detailSections(facts, facts.details)),
    ["inputs", inputLines(inputs, now)],
    ["files", fileLines(facts.files)],
    ["unknown", Object.entries(facts.unknown).map(([fact, reason]) => `${fact}: ${reason.split("\n", 1)[0]}`)],
  ] as const satisfies readonly Section[];
  const title = [
    style.strong(printable(host.name)),
    ...(data?.description === undefined ? [] : [printable(data.description)]),
  ];
  return [title.join("  "), ...sections.flatMap(([label, lines]) => laidOut(label, lines, width, style))];
}

const LABEL = 13;
const INDENT = "  ";

function laidOut(label: string, lines: readonly string[], width: number, style: Style): string[] {
  const room = Math.max(width - LABEL - INDENT.length, 20);
  const broken = lines.flatMap((line) => hanging(printable(line), room));
  return broken.map((line, index) => {
    const shown = index === 0 ? style.faint(label) + " ".repeat(LABEL - label.length) : " ".repeat(LABEL);
    return `${INDENT}${shown}${line}`;
  });
}

/** A line that is broken goes on a little to the right. */
function hanging(line: string, room: number): string[] {
  if (textWidth(line) <= room) return [line];
  const [first = "", ...rest] = wrap(line, room);
  const others = wrap(rest.join(" "), room - INDENT.length).map((each) => INDENT + each);
  return [first, ...others].map((each) => each.trimEnd());
}

function placeSections(host: ShownHost & { readonly facts: HostFacts }): Section[] {
  const { kind, flake, facts, data, targets, attribute } = host;
  const { system, stateVersion, details } = facts;
  const product = { nixos: "NixOS", darwin: "nix-darwin", home: "Home Manager" }[kind];
  const { release, boot } = details ?? {};
  const about = [
    [product, release].filter((part) => part !== undefined).join(" "),
    system ?? "unknown system",
    ...(host.class !== undefined ? ["on paper"] : []),
    `state ${stateVersion ?? "unknown"}`,
    ...(boot?.isContainer === true ? ["a container"] : []),
    ...(boot === undefined || boot.kernel === null || boot.isContainer ? [] : [`Linux ${boot.kernel}`]),
    ...(boot === undefined || boot.loader === null || boot.isContainer ? [] : [boot.loader]),
  ];
  const address =
    data?.address === undefined ? undefined : loginText({ address: data.address, port: data.port, user: data.user });
  const tags = tagsOf(host);
  const derivation = derivationOf(host);
  return [
    ["system", [about.join(", ")]],
    ["attribute", [`${flake === "" ? "." : flake}#${attribute}`]],
    ["derivation", derivation === undefined ? [] : [derivation]],
    ["address", address === undefined ? [] : [address]],
    ["deployed by", targets.map(targetText)],
    ["tags", tags.length === 0 ? [] : [tags.join(" ")]],
    ["wave", waveLines(data?.wave, data?.dependsOn)],
    ["health", (data?.health ?? []).map(checkText)],
  ];
}

function targetText({ tool, address, port, user, profiles, attribute }: Target): string {
  const login = address === undefined ? "an unknown address" : loginText({ address, port, user });
  const own = profiles.map(({ name, user: of }) => (of === undefined ? name : `${name} of ${of}`));
  return `${tool} at ${login}${own.length === 0 ? "" : `: ${own.join(", ")}`} (${attribute})`;
}

function waveLines(wave: number | undefined, dependsOn: readonly string[] = []): string[] {
  const behind = dependsOn.length === 0 ? "" : `behind ${dependsOn.join(", ")}`;
  if (wave === undefined) return behind === "" ? [] : [behind];
  return [behind === "" ? String(wave) : `${wave}, ${behind}`];
}

function checkText(check: HealthCheck): string {
  const within = check.timeout === undefined ? "" : ` within ${check.timeout} s`;
  if ("http" in check) return `${check.http}${check.status === undefined ? "" : ` answers ${check.status}`}${within}`;
  if ("tcp" in check) return `port ${check.tcp}${within}`;
  return `${"unit" in check ? check.unit : check.command}${within}`;
}

function detailSections({ files }: HostFacts, details: HostDetails): Section[] {
  const { switches = [], network, fileSystems = [], swap = [], zram = false, disks = [], encrypted = [] } = details;
  const { roles, profiles, suites } = rolesOf(switches, files);
  const named = (names: readonly string[]): string[] => (names.length === 0 ? [] : [names.join(" ")]);
  return [
    ["roles", named(roles)],
    ["profiles", named(profiles)],
    ["suites", named(suites)],
    ["turned on", switchLines(switches.map(({ name }) => name).filter((name) => !isRole(name)))],
    ["services", serviceLines(details)],
    ["open ports", firewallLines(details.firewall)],
    ["network", networkLines(network)],
    ["home", details.folder === undefined ? [] : [details.folder]],
    ["users", homeLines(details)],
    ["programs", programText(details)],
    ["packages", packageText(details)],
    ["file systems", aligned(fileSystems.map((each) => [each.path, each.type ?? "?", each.device ?? ""]))],
    ["disks", aligned(disks.map(({ name, device, type }) => [name, device ?? "?", type ?? ""]))],
    ["encrypted", named(encrypted)],
    ["swap", [...swap.map(swapText), ...(zram ? ["compressed memory (zram)"] : [])]],
    ["secrets", secretLines(details)],
    [
      "containers",
      aligned((details.containers ?? []).map(({ name, by, image, ports }) => [name, by, image ?? "", ports.join(" ")])),
    ],
    ["jobs", aligned((details.jobs ?? []).map(({ name, kind, when }) => [name, kind, when ?? ""]))],
    ["homebrew", homebrewLines(details)],
  ];
}

/** `homelab.services: bind caddy nginx` */
function switchLines(names: readonly string[]): string[] {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const parts = name.split(".");
    const group = parts.slice(0, -1).join(".");
    groups.set(group, [...(groups.get(group) ?? []), parts.at(-1)!]);
  }
  return [...groups].map(([group, found]) => (group === "" ? found.join(" ") : `${group}: ${found.join(" ")}`));
}

function networkLines(network: HostDetails["network"]): string[] {
  if (network === undefined) return [];
  const { hostName, domain, gateway, nameservers, addresses } = network;
  const name =
    hostName === null || hostName === "" ? [] : [domain === null || domain === "" ? hostName : `${hostName}.${domain}`];
  const ways = [
    ...(gateway === null ? [] : [`gateway ${gateway}`]),
    ...(nameservers.length === 0 ? [] : [`names from ${nameservers.join(" ")}`]),
  ];
  return [
    ...name,
    ...addresses.map((each) => `${each.interface} ${each.address}`),
    ...(ways.length === 0 ? [] : [ways.join(", ")]),
  ];
}

function swapText({ device, size }: { readonly device: string | null; readonly size: number | null }): string {
  return `${device ?? "?"}${size === null ? "" : `, ${size} MiB`}`;
}

/** Secrets by the file that they are in. */
function secretLines({ secrets = [] }: HostDetails): string[] {
  const files = new Map<string, string[]>();
  for (const { name, tool, file, owner } of secrets) {
    const group = `${file ?? "?"} (${tool})`;
    const shown = owner === null || owner === "root" || owner === "0" ? name : `${name} of ${owner}`;
    files.set(group, [...(files.get(group) ?? []), shown]);
  }
  return [...files].map(([file, names]) => `${file}: ${names.join(", ")}`);
}

function homebrewLines({ homebrew }: HostDetails): string[] {
  if (homebrew === undefined || homebrew === null) return [];
  const { brews, casks, apps } = homebrew;
  return Object.entries({ brews, casks, apps })
    .filter(([, names]) => names.length > 0)
    .map(([what, names]) => `${what}: ${names.join(" ")}`);
}

function inputLines(inputs: readonly FlakeInput[], now: number): string[] {
  return aligned(
    inputs.map(({ name, from, revision, lastModified, flake }) => [
      name,
      revision?.slice(0, 7) ?? "",
      lastModified === undefined ? "" : ageText(lastModified, now),
      flake === undefined ? (from ?? "") : `the flake ${flake === "" ? "at the top" : `in ${flake}`}`,
    ]),
  );
}

/** `hosts/luna/: default disk hardware`; a folder of which there is only its `default.nix` is told of as a file. */
function fileLines(files: readonly string[]): string[] {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    const folder = path.dirname(file);
    const isAlone =
      file.endsWith("/default.nix") && !files.some((each) => each !== file && each.startsWith(`${folder}/`));
    const [place, name] = isAlone
      ? [path.dirname(folder), path.basename(folder)]
      : [folder, path.basename(file, ".nix")];
    folders.set(place, [...(folders.get(place) ?? []), name]);
  }
  return [...folders]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, names]) => (folder === "." ? names.join(" ") : `${folder}/: ${names.join(" ")}`));
}

/** In columns, so that what belongs together stands below each other. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => textWidth(row[column] ?? ""))));
  return rows.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat(widths[column]! - textWidth(cell)))
      .filter((_, column) => widths[column]! > 0)
      .join("  ")
      .trimEnd(),
  );
}
