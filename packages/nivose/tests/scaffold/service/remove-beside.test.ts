/** What is said beside a service, and somebody else needs or has written, stays when the service goes. */

import { describe, expect, test } from "vitest";
import { evaluatedIn } from "../../check/example-fleet.ts";
import { add, type Files, flakeOf, grownFiles, hardware, lock, problemsIn, remove, wish } from "./growing.ts";

const fleetWith = (text: string, more: Files = {}): Files => ({
  "flake.nix": flakeOf({ sol: "./hosts/sol" }),
  "flake.lock": lock,
  "hosts/hardware.nix": hardware,
  "hosts/sol/default.nix": text,
  ...more,
});

async function withService(files: Files, name: string): Promise<Files> {
  return grownFiles(files, add(await evaluatedIn(files), wish(name, "sol", { withNeeds: true })));
}

async function without(files: Files, name: string): Promise<{ files: Files; notes: readonly string[] }> {
  const gone = remove(await evaluatedIn(files), name, "sol");
  return { files: grownFiles(files, gone), notes: gone.ok ? gone.growth.notes : problemsIn(gone) };
}

describe("what a service turns on beside it", () => {
  const host = (text: string): string =>
    `{\n  imports = [ ../hardware.nix ../more.nix ];\n  services.nginx.enable = true;\n${text}}\n`;
  const synapse = wish("matrix-synapse", "sol", { withNeeds: true, settings: ["domain=example.org"] });
  const mine = '{ services.postgresql.ensureDatabases = [ "mine" ]; }\n';
  const MAIN = "hosts/sol/default.nix";

  test("stays if somebody has said more of it in the same file", async () => {
    const files = fleetWith(
      host('  services.postgresql.enable = true;\n  services.postgresql.ensureDatabases = [ "mine" ];\n'),
      { "hosts/more.nix": "{ }\n" },
    );
    const added = grownFiles(files, add(await evaluatedIn(files), synapse));
    expect(added[MAIN]).toContain("initialScript");
    expect((await without(added, "matrix-synapse")).files).toEqual(files);
  });

  test("stays if somebody has said more of it in another file", async () => {
    const files = fleetWith(host(""), { "hosts/more.nix": "{ }\n" });
    const added = { ...grownFiles(files, add(await evaluatedIn(files), synapse)), "hosts/more.nix": mine };
    const { files: after, notes } = await without(added, "matrix-synapse");
    expect(after[MAIN]).not.toContain("initialScript");
    expect(after[MAIN]).toMatch(/services\.postgresql(?:\.| = \{\s*)enable = true;/u);
    expect(notes.join(" ")).toContain("PostgreSQL stays on sol");
  });

  test("stays if it was added by its name, and the note says so", async () => {
    const files = fleetWith(host(""), { "hosts/more.nix": "{ }\n" });
    const database = await withService(files, "postgresql");
    const added = grownFiles(database, add(await evaluatedIn(database), synapse));
    const { files: after, notes } = await without(added, "matrix-synapse");
    expect(after).toEqual(database);
    expect(notes.join(" ")).toContain("PostgreSQL stays on sol");
    expect(await without(after, "postgresql")).toEqual({ files, notes: [] });
  });

  test("goes if nobody has, and no note says that it stays", async () => {
    const files = fleetWith(host(""), { "hosts/more.nix": "{ }\n" });
    const added = grownFiles(files, add(await evaluatedIn(files), synapse));
    const bare = {
      ...added,
      [MAIN]: added[MAIN]!.replace(/ *# PostgreSQL.*\n.*catalogue of services: postgresql.*\n/u, ""),
    };
    expect(bare[MAIN]).not.toBe(added[MAIN]);
    expect(await without(bare, "matrix-synapse")).toEqual({ files, notes: [] });
  });
});

test("what a service turns on above its own options goes with it", async () => {
  const files = fleetWith("{\n  imports = [ ../hardware.nix ];\n  services.nginx.enable = true;\n}\n");
  const added = await withService(files, "deluge-web");
  expect(added["hosts/sol/default.nix"]).toContain("services.deluge");
  expect(await without(added, "deluge-web")).toEqual({ files, notes: [] });
});

describe("what somebody has put into the file of a service", () => {
  const folder = fleetWith("{\n  imports = [ ../hardware.nix ];\n}\n");
  const watched = fleetWith("{\n  imports = [ ../hardware.nix ./prometheus.nix ];\n}\n", {
    "hosts/sol/prometheus.nix": "{\n  services.prometheus.enable = true;\n}\n",
  });

  async function worked(
    files: Files,
    name: string,
    edit: (text: string) => string,
  ): Promise<{ text: string | undefined; notes: readonly string[] }> {
    const own = `hosts/sol/${name}.nix`;
    const added = await withService(files, name);
    const text = edit(added[own]!);
    expect(text).not.toBe(added[own]);
    const { files: after, notes } = await without({ ...added, [own]: text }, name);
    return { text: after[own], notes };
  }

  test("stays in a list that the service has something in", async () => {
    const mine = '{\n        job_name = "mine";\n        static_configs = [ { targets = [ "a:1" ]; } ];\n      }\n';
    const { text, notes } = await worked(watched, "grafana", (each) =>
      each.replace(/(?<=scrapeConfigs = \[\n)/u, `      ${mine}`),
    );
    expect(text).toContain("mine");
    expect(text).not.toContain("grafana");
    expect(notes.join(" ")).toContain("stays: it says services.prometheus.scrapeConfigs as well.");
  });

  test.each<[string, string]>([
    ["a port that is none of the service's", "  networking.firewall.allowedTCPPorts = [ 7777 ];\n"],
    ["another option of the firewall", '  networking.firewall.trustedInterfaces = [ "lo" ];\n'],
  ])("stays if it is %s", async (_what, line) => {
    const { text, notes } = await worked(folder, "grafana", (each) => each.replace(/\}\n$/u, `${line}}\n`));
    expect(text).toBe(`{\n${line}}\n`);
    expect(notes.join(" ")).toMatch(/hosts\/sol\/grafana\.nix stays: it says networking\.firewall\.\w+ as well\./u);
  });

  test("goes if it is a door of the service", async () => {
    const line = "  networking.firewall.interfaces.eth0.allowedTCPPorts = [ 3000 ];\n";
    expect(await worked(folder, "grafana", (each) => each.replace(/\}\n$/u, `${line}}\n`))).toEqual({
      text: undefined,
      notes: [],
    });
  });
});
