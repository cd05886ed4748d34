import { describe, expect, test } from "vitest";
import { hostRemoved, serviceOnHost } from "../../../src/scaffold/regrow/changes/hosts.ts";
import { shellAdded, shellRemoved } from "../../../src/scaffold/regrow/changes/shells.ts";
import { userAdded, userRemoved } from "../../../src/scaffold/regrow/changes/users.ts";
import type { PresetName } from "../../../src/scaffold/spec/fleet-spec.ts";
import { after, changed, differing, type Files, fleetOf, hostAdded, labOf } from "./lab.ts";

const presets: readonly PresetName[] = ["homelab", "parts", "profiles", "multi-flake"];

describe.each(presets)("a repository of the preset %s", (name) => {
  test("has the bytes before once a host was added and removed", async () => {
    const lab = await labOf(name);
    const grown = after(lab, await hostAdded(lab, { host: { name: "nova" } }));
    expect([...grown.keys()].some((path) => path.includes("/nova/"))).toBe(true);
    expect(differing(after(grown, await changed(grown, hostRemoved("nova"))), lab)).toEqual([]);
  });

  test("does not change where what is added is there", async () => {
    const lab = await labOf(name);
    const request = { host: { name: "nova", description: "New", wave: 3 } };
    const grown = after(lab, await hostAdded(lab, request));
    expect(after(grown, await hostAdded(grown, request))).toEqual(grown);
    expect(await hostAdded(grown, { host: { name: "nova", wave: 4 } })).toMatchObject({
      ok: false,
      problems: [{ message: { code: "grow-exists" } }],
    });
    const alike = await hostAdded(grown, { host: { name: "Nova", description: "New", wave: 3 } });
    expect(alike).toMatchObject({ ok: false, problems: [{ message: { code: "spec-clash" } }] });
  });

  test("has no tag of HTML in its documents", async () => {
    const lab = await labOf(name);
    const grown = after(lab, await hostAdded(lab, { host: { name: "nova", description: "a <b> | c" } }));
    const documents = [...grown].filter(([file]) => file.endsWith(".md")).map(([, bytes]) => String(bytes));
    expect(documents.filter((text) => /(?<![\\`])<b>/u.test(text.replaceAll("'a <b> | c'", "")))).toEqual([]);
    expect(differing(after(grown, await changed(grown, hostRemoved("nova"))), lab)).toEqual([]);
  });

  test("tells of the name of a person what is wrong with it", async () => {
    const grown = await changed(await labOf(name), userAdded({ name: "a b" }, []));
    expect(grown.ok ? [] : grown.problems.map(({ message }) => message.text)).toMatchObject([
      expect.stringMatching(/^the name is "a b"/u),
    ]);
  });

  test("has the bytes before once a person came and went", async () => {
    const lab = await labOf(name);
    const grown = after(lab, await changed(lab, userAdded({ name: "sunny", email: "sunny@example.org" }, [])));
    expect(differing(grown, lab)).not.toEqual([]);
    expect(differing(after(grown, await changed(grown, userRemoved("sunny"))), lab)).toEqual([]);
  });

  test("has a person become root only if that is said", async () => {
    const lab = await labOf(name);
    const user = async (admin: object): Promise<boolean | undefined> => {
      const grown = after(lab, await changed(lab, userAdded({ name: "sunny", ...admin }, [])));
      return (await fleetOf(grown)).fleet.users.find((each) => each.name === "sunny")?.admin;
    };
    expect([await user({}), await user({ admin: true })]).toEqual([false, true]);
    const grown = after(lab, await changed(lab, userAdded({ name: "sunny" }, [])));
    expect(after(grown, await changed(grown, userAdded({ name: "sunny" }, [])))).toEqual(grown);
    expect(await changed(grown, userAdded({ name: "sunny", admin: true }, []))).toMatchObject({
      ok: false,
      problems: [{ message: { code: "grow-exists" } }],
    });
  });

  test("has the bytes before once a shell was added and removed", async () => {
    const lab = await labOf(name);
    const [shell = ""] = (await fleetOf(lab)).fleet.shells;
    const less = after(lab, await changed(lab, shellRemoved(shell)));
    const grown = after(less, await changed(less, shellAdded(shell)));
    expect(differing(after(grown, await changed(grown, shellRemoved(shell))), less)).toEqual([]);
  });
});

test("a person who comes later is told in the README of a home lab after the hosts, none of which is told in another way then", async () => {
  const lab = await labOf("homelab");
  const grown = after(lab, await changed(lab, userAdded({ name: "zoe" }, [])));
  expect(linesOf("README.md", grown)).toEqual(
    inserted(linesOf("README.md", lab), ["lab add user zoe --email zoe@example.org"], "```"),
  );
  const onTwo = after(grown, await changed(grown, userAdded({ name: "zoe" }, ["luna", "rydev"])));
  expect(linesOf("README.md", onTwo)).toEqual(
    inserted(linesOf("README.md", lab), ["lab add user zoe --email zoe@example.org --on luna --on rydev"], "```"),
  );
});

test("whoever has an account on every host of a home lab comes before them", async () => {
  const lab = await labOf("homelab");
  const hosts = (await fleetOf(lab)).fleet.hosts.map(({ name }) => name);
  const grown = after(lab, await changed(lab, userAdded({ name: "zoe" }, hosts)));
  expect(linesOf("README.md", grown)).toEqual(
    inserted(linesOf("README.md", lab), ["lab add user zoe --email zoe@example.org"], /^lab add host rymac/u),
  );
});

test.each([
  ["a host for nobody else", ["zoe"]],
  ["a host with people in another order", ["zoe", "ada"]],
])("%s is told with its people", async (_, users) => {
  const lab = await labOf("homelab", {
    users: [{ name: "ada" }, { name: "zoe" }],
    hosts: [
      { name: "a", users: ["ada"] },
      { name: "b", users },
    ],
  });
  const told = linesOf("README.md", lab).filter((line) => line.startsWith("lab add"));
  const words = users.map((user) => `--user ${user}`).join(" ");
  expect(told.map((line) => line.replace(/ --(?:system|full-name|email|address).*/u, ""))).toEqual([
    "lab add user ada --admin",
    "lab add user zoe --admin",
    expect.stringMatching(/^lab add host a\b/u),
    expect.stringMatching(/^lab add host b\b/u),
  ]);
  expect(lab.get("README.md")).toContain(words);
});

test("a service is a word in the inventory of a home lab", async () => {
  const lab = await labOf("homelab");
  const grown = after(lab, await changed(lab, serviceOnHost("prometheus", "rydev", true)));
  expect(differing(grown, lab)).toEqual(["README.md", "docs/hosts/rydev.md", "fleet.nix"]);
  expect(differing(after(grown, await changed(grown, serviceOnHost("prometheus", "rydev", false))), lab)).toEqual([]);
});

test.each([["amd"], ["hetzner"]])(
  "a host with hardware of %s that is no server offers something and stops",
  async (hardware) => {
    const lab = await labOf("parts");
    const host = after(lab, await hostAdded(lab, { host: { name: "nova", hardware, roles: ["workstation"] } }));
    let grown = host;
    for (const service of ["backup", "web"])
      grown = after(grown, await changed(grown, serviceOnHost(service, "nova", true)));
    expect((await fleetOf(grown)).fleet.hosts.at(-1)).toMatchObject({
      roles: ["workstation"],
      services: ["web", "backup"],
    });
    expect([...grown.keys()].filter((path) => !host.has(path))).toEqual([
      expect.stringMatching(/secrets/u),
      expect.stringMatching(/secrets/u),
    ]);
    for (const service of ["web", "backup"])
      grown = after(grown, await changed(grown, serviceOnHost(service, "nova", false)));
    expect(differing(grown, host)).toEqual([]);
  },
);

describe("what does not fit", () => {
  test.each([
    [{ name: "nova", roles: ["servr"] }, "spec-unexpected", "--role"],
    [{ name: "nova", system: "aarch64-darwin", kind: "nixos" as const }, "spec-clash", "--system"],
    [{ name: "nova", hardware: "raspberry-pi", system: "x86_64-linux" }, "spec-clash", "--hardware"],
    [{ name: "nova", dependsOn: ["lunar"] }, "spec-nobody", "--depends-on"],
    [{ name: "two words" }, "spec-unexpected", "the name"],
    [{ name: "LUNA" }, "spec-clash", "the name"],
    [{ name: "nova", wave: 0, dependsOn: ["luna"] }, "spec-clash", "--depends-on"],
    [{ name: "nova", users: ["nobody-here"] }, "spec-nobody", "--user"],
  ])("is told of %j", async (host, code, words) => {
    const lab = await labOf("homelab");
    const grown = await hostAdded(lab, { host });
    expect(grown).toMatchObject({ ok: false, problems: [{ message: { code } }] });
    expect(grown.ok ? "" : grown.problems[0]!.message.text).toContain(words);
  });

  test("is a host that others wait for", async () => {
    const lab = await labOf("homelab");
    expect(await changed(lab, hostRemoved("nixpi"))).toMatchObject({
      ok: false,
      problems: [{ message: { code: "grow-needed", text: "the host 'nixpi' is needed: luna depends on it" } }],
    });
    expect(await changed(lab, hostRemoved("lunar"))).toMatchObject({
      ok: false,
      problems: [{ message: { code: "grow-nobody", hint: "did you mean 'luna'?" } }],
    });
  });

  test.each([
    ["a builder", '{ nix.buildMachines = [ { hostName = "nova"; system = "x86_64-linux"; } ]; }'],
    ["a builder by its address", '{ nix.buildMachines = [ { hostName = "nova.example.org"; } ]; }'],
    ["a place for backups", '{ services.restic.backups.a.repository = "sftp:backup@nova:/srv"; }'],
    ["a place for backups in a network", '{ services.borgbackup.jobs.a.repo = "ssh://borg@nova.lan/./a"; }'],
    ["a place that is computed in part", '{ services.restic.backups.a.repository = "sftp:a@nova:/${"srv"}"; }'],
    ["what SSH leads to", '{ programs.ssh.matchBlocks.box.hostname = "nova"; }'],
    ["a cache", '{ nix.settings.substituters = [ "http://nova:5000" ]; }'],
    ["what is looked at", '{ services.prometheus.scrapeConfigs = [ { targets = [ "nova:9100" ]; } ]; }'],
  ])("is a host that is %s", async (_, text) => {
    const lab = await labOf("homelab");
    const host = { name: "nova", address: "nova.example.org" };
    const grown = new Map(after(lab, await hostAdded(lab, { host })));
    grown.set("hosts/luna/own.nix", `${text}\n`);
    expect(await changed(grown, hostRemoved("nova"))).toMatchObject({
      ok: false,
      problems: [{ message: { code: "grow-needed" }, file: "hosts/luna/own.nix" }],
    });
  });

  test.each([
    ["a word", '{ networking.interfaces.nova = { }; x = "nova"; description = "see ssh://nova"; }'],
    ["another name", '{ a = [ "ssh://nova2" "ssh://my-nova" "https://nova.com" "a@nova-b" "http://x/nova" ]; }'],
    ["where a key was made", '{ a = [ "ssh-ed25519 AAAAC3Nza me@nova" ]; }'],
    ["another address", '{ a = [ "x.nova.example.org" "nova.example.org.uk" ]; # nova.example.org\n }'],
  ])("is no host that is %s", async (_, text) => {
    const lab = await labOf("homelab");
    const host = { name: "nova", address: "nova.example.org" };
    const grown = new Map(after(lab, await hostAdded(lab, { host })));
    grown.set("hosts/luna/own.nix", `${text}\n`);
    expect(await changed(grown, hostRemoved("nova"))).toMatchObject({ ok: true });
  });

  test("is data that would have to be evaluated", async () => {
    const lab = new Map(await labOf("homelab"));
    lab.set("fleet.nix", lab.get("fleet.nix")!.replace('users = [ "ry" ];', "users = everybody;"));
    const grown = await hostAdded(lab, { host: { name: "nova" } });
    expect(grown).toMatchObject({ ok: false, problems: [{ file: "fleet.nix", message: { code: "grow-computed" } }] });
  });
});

function linesOf(file: string, files: Files): readonly string[] {
  return files.get(file)!.split("\n");
}

/** Before the first line after the last command that is told, or before one of them. */
function inserted(lines: readonly string[], more: readonly string[], before: string | RegExp): readonly string[] {
  const start = lines.findIndex((line) => line.startsWith("nivose init"));
  const at = lines.findIndex(
    (line, index) => index > start && (typeof before === "string" ? line === before : before.test(line)),
  );
  return lines.toSpliced(at, 0, ...more);
}
