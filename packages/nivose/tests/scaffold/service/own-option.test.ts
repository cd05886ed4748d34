/** Options of the fleet's own behind those of NixOS. */

import { expect, test } from "vitest";
import { ownOption, withOwnOptions } from "../../../src/scaffold/service/family/own-option.ts";
import { labOf, repositoryIn } from "../regrow/lab.ts";

test("a port is said by the option of the fleet's own module, where that passes it on", async () => {
  const lab = repositoryIn(await labOf("homelab"));
  const told = (option: string): string =>
    ownOption(option.split("."), lab)
      .join(".")
      .replace(/^\w+\./u, "");
  expect(told("services.adguardhome.port")).toBe("services.adguardhome.webPort");
  expect(ownOption(["services", "grafana", "port"], lab)).toEqual(["services", "grafana", "port"]);
  expect(ownOption(["services", "adguardhome", "host"], lab)).toEqual(["services", "adguardhome", "host"]);
  expect(withOwnOptions("give one of them another port, by 'services.adguardhome.port'", lab)).toMatch(
    /by '\w+\.services\.adguardhome\.webPort'$/u,
  );
});
