/** Services that no preset knows: somebody has written their modules since. */

import { describe, expect, test } from "vitest";
import { hostRemoved, serviceOnHost } from "../../../src/scaffold/regrow/changes/hosts.ts";
import { userAdded } from "../../../src/scaffold/regrow/changes/users.ts";
import { withDocuments, withService } from "../../../src/scaffold/service/own.ts";
import { after, changed, differing, type Files, fleetOf, hostAdded, labOf, repositoryIn, testContext } from "./lab.ts";

const nova = { host: { name: "nova", description: "New" } };

describe.each(["homelab", "profiles"] as const)("a service of the user's own in a fleet of '%s'", (preset) => {
  const withGrafana = async (): Promise<Files> => {
    const lab = new Map(await labOf(preset));
    const folder = preset === "homelab" ? "hosts/_modules/nixos/services" : "modules/nixos/services";
    lab.set(`${folder}/grafana.nix`, "{ services.grafana.enable = true; }\n");
    return after(lab, await changed(lab, serviceOnHost("grafana", await hostOf(lab), true)));
  };

  test("is named where the others are, and stays when hosts and people come and go", async () => {
    const lab = await withGrafana();
    expect(lab.get("fleet.nix")).toContain('"grafana"');
    const own = await fleetOf(lab);
    expect(own.problems).toEqual([]);
    const more = after(lab, await hostAdded(lab, nova));
    expect(more.get("fleet.nix")).toContain('"grafana"');
    expect(differing(after(more, await changed(more, hostRemoved("nova"))), lab)).toEqual([]);
    const ada = after(lab, await changed(lab, userAdded({ name: "ada" }, [])));
    expect(ada.get("fleet.nix")).toContain('"grafana"');
  });

  test("goes again", async () => {
    const lab = await withGrafana();
    const without = after(lab, await changed(lab, serviceOnHost("grafana", await hostOf(lab), false)));
    expect(without.get("fleet.nix")).not.toContain("grafana");
  });

  test("is told in the documents by whoever has written all else of it", async () => {
    const lab = new Map(await labOf(preset));
    const host = await hostOf(lab);
    const whole = await withGrafana();
    const nix = differing(lab, whole).filter((name) => name.endsWith(".nix"));
    const growth = {
      title: "Add Grafana",
      files: new Map(nix.map((name) => [name, { bytes: Buffer.from(whole.get(name)!) }])),
      notes: [],
      next: [],
    };
    const site = { own: await fleetOf(lab), repository: repositoryIn(lab) };
    const change = withService({ name: "grafana", host }, "Add Grafana");
    const told = await withDocuments({ ok: true, growth }, change, site, testContext);
    expect(differing(after(lab, told), whole)).toEqual([]);
  });
});

test("a service of the catalogue has its row in the notes on the host, and a module of somebody's own, too", async () => {
  const lab = new Map(await labOf("profiles"));
  const host = await hostOf(lab);
  for (const name of ["grafana", "ours"]) lab.set(`modules/nixos/services/${name}.nix`, "{ }\n");
  const grafana = after(lab, await changed(lab, serviceOnHost("grafana", host, true)));
  const both = after(grafana, await changed(grafana, serviceOnHost("ours", host, true)));
  const rows = both.get(`docs/hosts/${host}.md`)!.match(/^\| `(?:grafana|ours)` .*$/gmu);
  expect(rows).toEqual([
    "| `grafana` | draws figures as pages, from Prometheus and others | see `grafana.nix` |",
    "| `ours` | | see `ours.nix` |",
  ]);
});

async function hostOf(lab: Files): Promise<string> {
  const { fleet } = await fleetOf(lab);
  return fleet.hosts.find(({ services }) => services.length > 0)!.name;
}
