/** Ports that are said by the options that have them. */

import { expect, test } from "vitest";
import { portsAmong, withoutPorts } from "../../../src/scaffold/service/said-ports.ts";
import { askedOf, type ServiceWish } from "../../../src/scaffold/service/wish.ts";
import { catalogue } from "../../../src/services/catalogue.ts";

const asked = (name: string, settings: readonly string[], ports: readonly string[] = []) => {
  const wish: ServiceWish = { name, host: "luna", ports, settings, withNeeds: false };
  return askedOf(wish, catalogue[name]!, { flakes: [] });
};

test("they are ports, and no settings besides", () => {
  expect(asked("postgresql", ["settings.port=9090"])).toMatchObject({ ports: new Map([["sql", 9090]]), settings: {} });
  expect(asked("postgresql", ['settings={"port":9090,"max_connections":9}'])).toMatchObject({
    ports: new Map([["sql", 9090]]),
    settings: { settings: { max_connections: 9 } },
  });
  expect(asked("grafana", ["settings.server.http_port=3001"], ["3001"])).toMatchObject({
    ports: new Map([["web", 3001]]),
    settings: {},
  });
});

test("they have to be some", () => {
  expect(asked("postgresql", ['settings={"port":99999}'])).toMatchObject({ code: "service-port-number" });
  expect(asked("postgresql", ['settings={"port":[1]}'])).toMatchObject({ code: "service-port-number" });
});

test("another command says them by their names", () => {
  const postgresql = catalogue["postgresql"]!;
  expect(withoutPorts(["settings.port=9090", "dataDir=/x"], postgresql)).toEqual(["dataDir=/x"]);
  expect(withoutPorts(['settings={"port":9090,"max_connections":9}'], postgresql)).toEqual([
    'settings={"max_connections":9}',
  ]);
  expect(withoutPorts(['settings={"port":9090}'], postgresql)).toEqual([]);
  expect(portsAmong({ settings: { port: 1 }, other: {} }, postgresql).rest).toEqual({ other: {} });
});
