/** What is said of a service beside its own options: the firewall, secrets, figures. */

import type { Message } from "@nivose/nix/message";
import { type Settings, type Value, settingsAt, withSettings } from "../../../services/settings.ts";
import { serviceMessages } from "../messages.ts";
import type { Draft } from "./draft.ts";
import type { DraftPort } from "./ports.ts";
import type { Surroundings } from "./surroundings.ts";

/** From the root of the configuration, or relative to the service's options. */
export interface Opening {
  readonly own: Settings;
  readonly beside: Settings;
}

/** By the option that the service has for it, or by the numbers. */
export function openingOf(
  { ports, service }: Draft,
  { hasFirewall }: Surroundings,
  isNumber: (port: DraftPort) => Value,
): Opening {
  const open = hasFirewall ? ports.filter(({ isOpen }) => isOpen) : [];
  const optionOf = ({ entry }: DraftPort): string | undefined =>
    entry.firewall === false ? undefined : (entry.firewall ?? service.firewall);
  // an option that would open others as well opens too much
  const opensMore = (option: string): boolean =>
    ports.some((port) => !port.isOpen && optionOf(port) === option && !isLoopback(port));
  const byOption = open.filter((port) => optionOf(port) !== undefined && !opensMore(optionOf(port)!));
  const options = new Set(byOption.map((port) => optionOf(port)!));
  const numbers = (protocol: "tcp" | "udp"): Value[] =>
    open
      .filter((port) => !byOption.includes(port) && (port.entry.protocols ?? ["tcp"]).includes(protocol))
      .map(isNumber);
  const firewall = {
    ...(numbers("tcp").length === 0 ? {} : { allowedTCPPorts: numbers("tcp") }),
    ...(numbers("udp").length === 0 ? {} : { allowedUDPPorts: numbers("udp") }),
  };
  return {
    own: [...options].map((option) => settingsAt(option.split("."), true)).reduce(withSettings, {}),
    beside: Object.keys(firewall).length === 0 ? {} : { networking: { firewall } },
  };
}

function isLoopback({ address }: DraftPort): boolean {
  return address !== undefined && /^(?:127\.|localhost$|::1$)/u.test(address);
}

export interface KeptSecrets {
  /** What declares them. */
  readonly beside: Settings;
  /** Where each is on the machine, as Nix. */
  readonly paths: Readonly<Record<string, Value>>;
  readonly notes: readonly string[];
}

export function secretsOf(
  { name, secrets }: Draft,
  { secrets: way, repository, host }: Surroundings,
  from: string,
): KeptSecrets | Message {
  const paths: Record<string, Value> = {};
  const notes: string[] = [];
  let beside: Settings = {};
  for (const [secret, { purpose, owner, variables }] of Object.entries(secrets)) {
    const key = `${name}-${secret}`;
    const what =
      variables === undefined ? purpose : `${purpose}, as lines ${variables.map((each) => `${each}=…`).join(", ")}`;
    const owned = owner === undefined ? {} : { owner };
    if (way.kind === "sops") {
      const file = way.file === undefined ? {} : { sopsFile: { $nix: relative(from, way.file) } };
      beside = withSettings(beside, { sops: { secrets: { [key]: { ...owned, ...file } } } });
      paths[secret] = { $nix: `config.sops.secrets.${key}.path` };
      const where = way.file ?? "the host's file of secrets";
      notes.push(
        `${where} has to get the value '${key}': ${what}. '${way.file === undefined ? "sops FILE" : `sops ${way.file}`}' opens it.`,
      );
    } else if (way.kind === "age") {
      const file = way.folder === "" ? `${key}.age` : `${way.folder}/${key}.age`;
      if (!repository.exists(file)) return serviceMessages["service-secret-file"](name, file, what);
      beside = withSettings(beside, {
        age: { secrets: { [key]: { file: { $nix: relative(from, file) }, ...owned } } },
      });
      paths[secret] = { $nix: `config.age.secrets.${key}.path` };
    } else {
      paths[secret] = `/var/lib/secrets/${key}`;
      notes.push(
        `On ${host.host.name}, /var/lib/secrets/${key} has to be there, readable by ${owner ?? "root"} only: ${what}.`,
      );
    }
  }
  return { beside, paths, notes };
}

function relative(from: string, to: string): string {
  const up = from.split("/").slice(0, -1);
  const down = to.split("/");
  while (up.length > 0 && down.length > 1 && up[0] === down[0]) {
    up.shift();
    down.shift();
  }
  return up.length === 0 ? `./${down.join("/")}` : `${up.map(() => "..").join("/")}/${down.join("/")}`;
}

/** Where Prometheus of the same host reads its figures. */
export function scrapeOf({ name, service, ports }: Draft, numberOf: (port: string) => Value): Settings {
  const { metrics } = service;
  if (metrics === undefined) return {};
  const { port, path, exporter, settings = {}, set } = metrics;
  const number = typeof port === "number" ? port : numberOf(port);
  const local = ports.find((each) => each.name === port)?.address;
  const target: Value =
    typeof number === "number"
      ? `${local === undefined || local === "0.0.0.0" ? "127.0.0.1" : local}:${number}`
      : { $nix: `"127.0.0.1:\${toString ${nixIn(number)}}"` };
  const job = {
    job_name: name,
    ...(path === undefined ? {} : { metrics_path: path }),
    static_configs: [{ targets: [target] }],
  };
  const own = set === undefined ? {} : settingsAt(service.options.split("."), set);
  const ofExporter =
    exporter === undefined
      ? {}
      : settingsAt(["services", "prometheus", "exporters", exporter], { enable: true, ...settings });
  return [own, ofExporter, { services: { prometheus: { scrapeConfigs: [job] } } }].reduce(withSettings, {});
}

function nixIn(value: Value): string {
  return typeof value === "object" && value !== null && "$nix" in value
    ? (value as { readonly $nix: string }).$nix
    : String(value);
}
