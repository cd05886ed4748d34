/** The command that gives a service another port, where a module of the fleet makes it clash. */

import { expect, test } from "vitest";
import { addressOf } from "../../../src/check/services/address.ts";
import type { Listener } from "../../../src/check/services/listener.ts";
import { freePortHint } from "../../../src/scaffold/service/free-port.ts";
import type { ServiceWish } from "../../../src/scaffold/service/wish.ts";
import { repositoryOf } from "../repository-of.ts";

const listener = (service: string, port: number): Listener => ({
  unit: service,
  title: service,
  service,
  port,
  protocol: "tcp",
  address: addressOf(undefined),
  host: undefined,
  options: [],
  isForOthers: false,
});

const moduleWith = (options: string) =>
  repositoryOf([
    {
      path: "services/grafana.nix",
      text: `{ config, lib, ... }: {
  options.lab.services.grafana = { enable = lib.mkEnableOption "Grafana"; ${options} };
  config = lib.mkIf config.lab.services.grafana.enable { services.grafana.enable = true; };
}
`,
    },
  ]);

const wish = (ports: readonly string[] = [], settings: readonly string[] = []): ServiceWish => ({
  name: "grafana",
  host: "luna",
  ports,
  settings,
  withNeeds: false,
});

const rivals = [listener("grafana", 3000), listener("adguardhome", 3000), listener("gitea", 3001)];

test("is told where the fleet's module has an option for it", () => {
  const withPort = moduleWith(`port = lib.mkOption { type = lib.types.port; };`);
  expect(freePortHint(wish(), rivals, withPort)).toBe(
    "'nivose add service grafana --on luna --port 3002' gives it a free one",
  );
  expect(freePortHint(wish([], ["theme=a b"]), rivals, withPort)).toBeUndefined();
  expect(freePortHint(wish(), rivals, moduleWith(""))).toBeUndefined();
});

test("is told where the catalogue writes it, in the place of what was said", () => {
  const none = repositoryOf([]);
  expect(freePortHint(wish(["3000"]), rivals, none)).toContain("--port 3002'");
  expect(freePortHint(wish([], ["settings.server.http_port=3000", "dataDir=/a b"]), rivals, none)).toBe(
    "nivose add service grafana --on luna --port 3002 --set 'dataDir=/a b' gives it a free one",
  );
});

test("is not told of ports that nobody else wants", () => {
  expect(freePortHint(wish(), [listener("grafana", 3000), listener("gitea", 3001)], repositoryOf([]))).toBeUndefined();
});
