/** The server of the home lab, with no services to begin with, gets its name servers and proxies one after the other. */

import { describe, expect, test } from "vitest";
import { systemFailure } from "../../../src/check/hosts/facts/system-failure.ts";
import { listenersOf } from "../../../src/check/services/listeners.ts";
import { misfitsOf } from "../../../src/scaffold/service/misfits.ts";
import { isOwnService, withService, withoutService } from "../../../src/scaffold/service/own.ts";
import { evaluatedIn } from "../../check/example-fleet.ts";
import { after, changed, type Files, fleetOf, labOf, repositoryIn } from "../regrow/lab.ts";

/** Each is in front as long as it is alone, and moves behind whoever is there to stand in front. */
const forwards = ["dnsdist", "adguardhome", "blocky", "bind", "haproxy", "caddy", "nginx"];
const mixed = ["nginx", "bind", "caddy", "blocky", "adguardhome", "haproxy", "dnsdist"];

describe("in whichever order they come", () => {
  test.each([
    { order: forwards, looksAt: forwards },
    // a system takes its time, and these are where somebody has to move
    { order: mixed, looksAt: ["caddy", "blocky", "dnsdist"] },
  ])("no port is wanted twice, and the system evaluates: $order", { timeout: 600_000 }, async ({ order, looksAt }) => {
    let lab = await withoutServices();
    for (const name of order) {
      const wish = { name, host: "luna", ports: [], settings: [], withNeeds: false };
      const own = await fleetOf(lab);
      const site = { own, repository: repositoryIn(lab), layout: { parts: {} }, namespace: undefined };
      expect(isOwnService(wish, site)).toBe(true);
      lab = after(lab, await changed(lab, withService(wish, `Add ${name}`)));
      if (!looksAt.includes(name)) continue;
      const fleet = await evaluatedIn(Object.fromEntries(lab), (host) => host === "luna");
      const [luna] = fleet.hosts;
      expect({ name, problem: luna!.problem, misfits: misfitsOf(fleet, "luna") }).toEqual({ name, misfits: [] });
      expect(luna!.fact(systemFailure)).toBe(null);
      expect(listenersOf(luna!).map(({ service }) => service)).toContain(name);
    }
  });
});

async function withoutServices(): Promise<Files> {
  const lab = await labOf("homelab");
  const { fleet } = await fleetOf(lab);
  const { services } = fleet.hosts.find(({ name }) => name === "luna")!;
  let bare = lab;
  for (const name of services)
    bare = after(bare, await changed(bare, withoutService({ name, host: "luna" }, `Remove ${name}`)));
  return new Map(bare).set("hosts/luna/secrets.yaml", "nix-access-tokens: ENC[AES256_GCM]\nsops: {}\n");
}
