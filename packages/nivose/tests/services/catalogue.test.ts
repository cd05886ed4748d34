/** The catalogue of services against the options of NixOS 24.11, and against its files. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { parse } from "@nivose/nix/syntax";
import { expect, test } from "vitest";
import { optionData } from "../../src/schema/option-data.ts";
import { readers } from "../../src/check/services/readers/index.ts";
import { catalogue } from "../../src/services/catalogue.ts";
import { serviceProblems } from "../../src/services/schema.ts";
import { type Service, settingsOf } from "../../src/services/service.ts";
import { type Filling, writtenSettings } from "../../src/services/written.ts";
import { isSettings, type Settings, type Value } from "../../src/services/settings.ts";

const nixos = optionData("nixos");
const folder = path.resolve(import.meta.dirname, "../../../../data/services");

test("every file is in it", () => {
  const files = readdirSync(folder).map((name) => name.replace(/\.json$/u, ""));
  expect(Object.keys(catalogue).toSorted()).toEqual(files.toSorted());
});

test.each(Object.entries(catalogue))("%s names options that there are, and ports", (_name, service) => {
  const { since = {}, reader, reads, listens, isOnIfPresent } = service;
  const missing = [...(isOnIfPresent === true ? [] : ["enable"]), ...settingsOf(service)].filter(
    (setting) => !(setting in since) && !nixos.has([...placeOf(service), ...setting.split(".")]),
  );
  expect(missing).toEqual([]);
  expect(reader === undefined || reader in readers).toBe(true);
  expect(reader === undefined).toBe(reads === undefined);
  for (const { port, usual } of listens) expect(port ?? usual).toBeDefined();
});

test.each(Object.entries(catalogue))(
  "%s is what the schema says, and writes options that there are",
  (_name, service) => {
    expect(serviceProblems(service)).toEqual([]);
    const { enable, beside, ports = {}, secrets = {}, needs = [], state = [], metrics, since = {} } = service;
    const here = placeOf(service);
    const within = [
      enable,
      ...Object.values(ports).map((port) => port.set),
      ...Object.values(secrets).map((secret) => secret.set),
      ...needs.map((need) => need.set),
      metrics?.set,
    ].flatMap((settings) => leavesOf(settings).map((leaf) => [...here, ...leaf]));
    const elsewhere = [beside, ...state.map(({ dump }) => dump?.set)].flatMap((settings) => leavesOf(settings));
    const named = [
      ...Object.values(ports).flatMap(({ firewall }) => (typeof firewall === "string" ? [firewall] : [])),
      ...state.flatMap(({ option }) => option ?? []),
    ].map((option) => [...here, ...option.split(".")]);
    const { exporter } = metrics ?? {};
    const exported = exporter === undefined ? [] : ["enable", ...Object.keys(metrics?.settings ?? {})];
    const all = [
      ...within,
      ...elsewhere,
      ...named,
      ...state.flatMap(({ dump }) => (dump?.option === undefined ? [] : [dump.option.split(".")])),
      ...exported.map((setting) => ["services", "prometheus", "exporters", exporter!, setting]),
    ];
    const isLater = (option: readonly string[]): boolean =>
      Object.keys(since).some((later) => option.join(".") === [...here, later].join("."));
    expect(all.filter((option) => !nixos.has(option) && !isLater(option)).map((option) => option.join("."))).toEqual(
      [],
    );
  },
);

test.each(Object.entries(catalogue))("the settings of %s are Nix", (_name, service) => {
  const { enable, beside = {}, asks = {}, ports = {}, secrets = {}, needs = [], state = [], metrics } = service;
  const filling: Filling = {
    port: (name) => ports[name]?.number ?? { $nix: "config.services.other.port" },
    address: (name) => ports[name]!.address ?? "0.0.0.0",
    secret: (name) => ({ $nix: `config.sops.secrets."${name}".path` }),
    answer: (name) => asks[name]!.usual ?? asks[name]!.example,
  };
  const all = [
    enable,
    beside,
    ...Object.values(ports).map((port) => port.set),
    ...Object.values(secrets).map((secret) => secret.set),
    ...needs.map((need) => need.set),
    ...state.map(({ dump }) => dump?.set),
    metrics?.set,
    metrics?.settings,
  ];
  for (const settings of all) {
    if (settings === undefined) continue;
    const text = writtenSettings(settings, filling);
    expect({ text, wrong: parse(Buffer.from(text)).diagnostics }).toEqual({ text, wrong: [] });
  }
});

test("what is needed is in it, and offers that", () => {
  const missing = Object.entries(catalogue).flatMap(([name, { needs = [], seenAs }]) => [
    ...needs.flatMap(({ kind, of }) =>
      of
        .filter((other) => !catalogue[other]?.offers?.some((offer) => offer.kind === kind))
        .map((other) => `${name} needs ${kind} of ${other}`),
    ),
    ...(seenAs === undefined || Object.hasOwn(catalogue, seenAs) ? [] : [`${name} is seen as ${seenAs}`]),
  ]);
  expect(missing).toEqual([]);
});

/** Any name will do where one stands for all, but the one of an exporter has to be one. */
function placeOf({ options }: Service): string[] {
  const name = options.includes("exporters") ? "node" : "x";
  return options.split(".").map((each) => each.replace("*", name));
}

function leavesOf(settings: Settings | undefined, path: readonly string[] = []): string[][] {
  return Object.entries(settings ?? {}).flatMap(([name, value]: [string, Value]) =>
    isSettings(value) && Object.keys(value).length > 0 ? leavesOf(value, [...path, name]) : [[...path, name]],
  );
}
