/** Roles and profiles that no preset knows: somebody has added them since. */

import { expect, test } from "vitest";
import { hostRemoved } from "../../../src/scaffold/regrow/changes/hosts.ts";
import { after, changed, differing, type Files, fleetOf, hostAdded, labOf } from "./lab.ts";

const places = {
  homelab: { role: "hosts/_modules/nixos/roles/kiosk.nix" },
  parts: { role: "shared/modules/roles/kiosk.nix", profile: "shared/modules/development/zig.nix" },
  profiles: { role: "roles/kiosk/nixos.nix", profile: "profiles/zig/nixos.nix" },
} as const;

test.each(["homelab", "parts", "profiles"] as const)(
  "a host of '%s' takes roles and profiles of its own",
  async (preset) => {
    const lab = new Map(await labOf(preset));
    for (const file of Object.values(places[preset])) lab.set(file, "{ }\n");
    const profiles = "profile" in places[preset] ? { profiles: ["zig"] } : {};
    const grown = after(lab, await hostAdded(lab, { host: { name: "nova", roles: ["kiosk"], ...profiles } }));
    const host = await novaIn(grown);
    expect(host).toMatchObject({ roles: ["kiosk"], ...profiles });
    expect(differing(after(grown, await changed(grown, hostRemoved("nova"))), lab)).toEqual([]);
    expect(await hostAdded(lab, { host: { name: "nova", roles: ["kiosks"] } })).toMatchObject({ ok: false });
  },
);

test("a host of a layered infrastructure has them on beside those that the preset knows", async () => {
  const lab = new Map(await labOf("parts"));
  for (const file of Object.values(places.parts)) lab.set(file, "{ }\n");
  const request = { name: "nova", roles: ["workstation", "kiosk"], profiles: ["zig"] };
  const grown = after(lab, await hostAdded(lab, { host: request }));
  const text = grown.get("infrastructure/local-machines/nova/default.nix");
  expect(text).toContain("kiosk.enable = true;");
  expect(text).toContain("development.zig.enable = true;");
  expect(await novaIn(grown)).toMatchObject({ roles: request.roles, profiles: request.profiles });
});

async function novaIn(files: Files) {
  return (await fleetOf(files)).fleet.hosts.find(({ name }) => name === "nova");
}
