/** The catalogue of services against the options of NixOS 24.11, and against its files. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { optionData } from "../../src/schema/option-data.ts";
import { readers } from "../../src/check/services/readers/index.ts";
import { catalogue } from "../../src/services/catalogue.ts";
import { settingsOf } from "../../src/services/service.ts";

const nixos = optionData("nixos");
const folder = path.resolve(import.meta.dirname, "../../../../data/services");

test("every file is in it", () => {
  const files = readdirSync(folder).map((name) => name.replace(/\.json$/u, ""));
  expect(Object.keys(catalogue).toSorted()).toEqual(files.toSorted());
});

test.each(Object.entries(catalogue))("%s names options that there are, and ports", (_name, service) => {
  const { options, since = {}, reader, reads, listens } = service;
  // any name will do where one stands for all, but the one of an exporter has to be one
  const base = options.split(".").map((name) => (name === "*" ? (options.includes("exporters") ? "node" : "x") : name));
  const missing = ["enable", ...settingsOf(service)].filter(
    (setting) => !(setting in since) && !nixos.has([...base, ...setting.split(".")]),
  );
  expect(missing).toEqual([]);
  expect(reader === undefined || reader in readers).toBe(true);
  expect(reader === undefined).toBe(reads === undefined);
  for (const { port, usual } of listens) expect(port ?? usual).toBeDefined();
});
