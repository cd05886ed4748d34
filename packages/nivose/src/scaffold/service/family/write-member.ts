/** A thin module over the options of NixOS, in the fleet's own namespace and with what the fleet's other modules ask of it. */

import { quoteName } from "@nivose/nix/syntax";
import { formatText } from "../../format-text.ts";
import { nixString } from "../../nix.ts";
import { type Settings, type Value, settingsAt, valueAt, withSettings } from "../../../services/settings.ts";
import type { Draft } from "../draft/draft.ts";
import { openingOf, scrapeOf } from "../draft/elsewhere.ts";
import { type Folder, stateOf } from "../draft/kept-state.ts";
import type { DraftPort } from "../draft/ports.ts";
import type { Surroundings } from "../draft/surroundings.ts";
import { heading } from "../place/write-plain.ts";
import { argumentsIn } from "../place/arguments.ts";
import { bindings, filledIn, nixOf, type Filling } from "../../../services/written.ts";
import type { Family } from "./family.ts";
import type { Interfaces } from "./interfaces.ts";
import { type MemberOption, memberOptions, optionText } from "./member-options.ts";

export function memberModule(
  draft: Draft,
  around: Surroundings,
  family: Family,
  interfaces: Interfaces,
  file: string,
): string {
  const options = memberOptions(draft);
  const whole = [...family.prefix, draft.name].map((name) => quoteName(name)).join(".");
  const named = (kind: MemberOption["of"]["kind"], name: string): Value | undefined => {
    const option = options.find(({ of }) => of.kind === kind && of.name === name);
    return option === undefined ? undefined : { $nix: `cfg.${option.name}` };
  };
  const portOf = (name: string): Value =>
    named("port", name) ?? draft.ports.find((port) => port.name === name)?.number ?? 0;
  const filling: Filling = {
    port: portOf,
    address: (name: string): Value => draft.ports.find((port) => port.name === name)?.address ?? "0.0.0.0",
    secret: (name: string): Value => named("secret", name) ?? null,
    answer: (name: string): Value => named("answer", name) ?? null,
  };
  const opening =
    interfaces.ports === undefined ? openingOf(draft, around, ({ name }) => portOf(name)) : { own: {}, beside: {} };
  const ofPorts = draft.ports.filter(({ isFree, isSaid }) => isFree && !isSaid).map(({ entry }) => entry.set ?? {});
  const general = [draft.generalOwn, ...ofPorts, opening.own].reduce(withSettings, {});
  const own = [general, ...draft.usedNeeds.map(({ option, set }) => ifOn(option, set, general, filling))].reduce(
    withSettings,
    {},
  );
  const beside = [
    draft.beside,
    opening.beside,
    ...(interfaces.backup === undefined ? [] : [stateOf(draft, around).dumps]),
    scraped(draft, family, around, portOf),
  ].reduce(withSettings, {});
  const config = [
    settingsAt(draft.path, filledIn(own, filling)),
    filledIn(beside, filling) as Settings,
    told(draft, interfaces, { folders: stateOf(draft, around).folders, filling }),
  ].filter((each) => Object.keys(each).length > 0);
  const body = merged(config)
    .map((each) => inherited(bindings(each)))
    .join("\n\n");
  const enable = `enable = lib.mkEnableOption ${nixString(draft.service.title)};`;
  const taken = ["config", "lib", ...argumentsIn(body).filter((name) => name === "pkgs")];
  const declared =
    options.length === 0
      ? `options.${whole}.${enable}`
      : `options.${whole} = {\n${[enable, ...options.map(optionText)].join("\n\n")}\n};`;
  return formatText(
    `${heading(draft)}
{ ${taken.join(", ")}, ... }:
let
  cfg = config.${whole};
in
{
${declared}

config = lib.mkIf cfg.enable {
${body}
};
}
`,
    file,
  );
}

/** What has the name of the option that it is taken from, several in a row in one line. */
export function inherited(bindings: string): string {
  const each = bindings.replaceAll(/^([\w-]+) = cfg\.\1;/gmu, "inherit (cfg) $1;");
  return each.replaceAll(/^inherit \(cfg\) [^;]+;(?:\ninherit \(cfg\) [^;]+;)+$/gmu, (row) => {
    const names = row.split("\n").map((line) => line.slice("inherit (cfg) ".length, -1));
    return `inherit (cfg) ${names.join(" ")};`;
  });
}

/** Another host of the fleet may not have what this one has. */
function ifOn(option: readonly string[], set: Settings, general: Settings, filling: Filling): Settings {
  const condition = ["config", ...option].map((name) => quoteName(name)).join(".");
  return Object.fromEntries(
    Object.entries(set).map(([name, value]) => [
      name,
      general[name] === undefined ? { $nix: `lib.mkIf ${condition} ${nixOf(filledIn(value, filling))}` } : value,
    ]),
  );
}

/** What has a first name in common is one set. */
function merged(parts: readonly Settings[]): readonly Settings[] {
  const all = parts.reduce(withSettings, {});
  return Object.entries(all).map(([name, value]) => ({ [name]: value }));
}

/** If Prometheus runs anywhere in the fleet, it may run beside it. */
function scraped(
  draft: Draft,
  { members }: Family,
  { services }: Surroundings,
  portOf: (name: string) => Value,
): Settings {
  const isWatched =
    services.some(({ name }) => name === "prometheus") || members.has("prometheus") || members.has("monitoring");
  if (!isWatched || draft.name === "prometheus") return {};
  const { services: all, ...rest } = scrapeOf(draft, portOf) as {
    readonly services?: { readonly prometheus?: Settings };
  };
  const jobs = all?.prometheus?.["scrapeConfigs"];
  if (jobs === undefined) return {};
  const others = {
    ...all!.prometheus,
    scrapeConfigs: { $nix: `lib.mkIf config.services.prometheus.enable ${nixOf(jobs)}` },
  };
  const exporters = others["exporters" as keyof typeof others] as Settings | undefined;
  if (exporters === undefined) return { ...rest, services: { ...all, prometheus: others } };
  const conditional = { $nix: `lib.mkIf config.services.prometheus.enable ${nixOf(exporters)}` };
  return { ...rest, services: { ...all, prometheus: { ...others, exporters: conditional } } };
}

interface Told {
  readonly folders: readonly Folder[];
  readonly filling: Filling;
}

function told(draft: Draft, { ports, sites, backup }: Interfaces, { folders, filling }: Told): Settings {
  const portOf = filling.port;
  const paths = folders.map((folder) => folderIn(folder, draft, filling));
  return [
    ...(ports === undefined
      ? []
      : draft.ports.map((port) =>
          settingsAt([...ports.option, nameOf(draft, port)], portFields(port, ports.fields, portOf)),
        )),
    ...(sites === undefined
      ? []
      : draft.ports
          .filter(({ entry }) => entry.reach === "proxy")
          .map((port) =>
            settingsAt([...sites.option, nameOf(draft, port, true)], siteValue(draft, port, sites, portOf)),
          )),
    ...(backup === undefined || paths.length === 0 ? [] : [settingsAt(backup, paths)]),
  ].reduce(withSettings, {});
}

/** As other hosts that have the module may say it in another way. */
function folderIn({ path, said }: Folder, { path: own, generalOwn }: Draft, { answer }: Filling): Value {
  if (said === undefined) return path;
  const { option, before, after } = said;
  const value = valueAt(option, settingsAt(own, generalOwn));
  const isAsked = typeof value === "object" && value !== null && "$answer" in value;
  const named = isAsked ? answer(String(value.$answer)) : null;
  const nix = named === null ? { $nix: `config.${option.map((name) => quoteName(name)).join(".")}` } : named;
  const isWhole = before === "" && after === "";
  return isWhole ? nix : { $nix: `"${before}\${${nixOf(nix)}}${after}"` };
}

/** `grafana`, or `adguardhome-web` of one with several. */
function nameOf({ name, ports }: Draft, port: DraftPort, ofSites = false): string {
  const alike = ofSites ? ports.filter(({ entry }) => entry.reach === "proxy") : ports;
  return alike.length === 1 ? name : `${name}-${port.name}`;
}

function portFields(
  { name, address, entry, isOpen }: DraftPort,
  fields: readonly string[],
  portOf: (name: string) => Value,
): Settings {
  const { protocols = ["tcp"] } = entry;
  return {
    port: portOf(name),
    ...(fields.includes("protocols") && protocols.join(" ") !== "tcp" ? { protocols } : {}),
    ...(fields.includes("address") && address !== undefined && address !== "0.0.0.0" ? { address } : {}),
    ...(fields.includes("open") && isOpen ? { open: true } : {}),
  };
}

function siteValue(
  { service: { health } }: Draft,
  { name }: DraftPort,
  { isNumber, fields }: NonNullable<Interfaces["sites"]>,
  portOf: (name: string) => Value,
): Value {
  if (isNumber) return portOf(name);
  const isSecure = health !== undefined && health.kind === "http" && health.port === name && health.scheme === "https";
  return { port: portOf(name), ...(isSecure && fields.includes("scheme") ? { scheme: "https" } : {}) };
}
