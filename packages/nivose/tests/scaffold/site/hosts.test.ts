/**
 * Hosts that are added to the repositories in `fixtures/sites`, each another way for hosts to take part: in `add-*.txt` what is
 * changed or told. `UPDATE=1` writes it. Removed again, they leave the bytes that were there.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { grownRepository } from "../../../src/scaffold/site/grown-repository.ts";
import { addHost } from "../../../src/scaffold/site/host.ts";
import type { Repository } from "../../../src/check/source/repository.ts";
import type { HostRequest } from "../../../src/scaffold/site/host-request.ts";
import { saidHosts } from "../../../src/scaffold/site/hosts.ts";
import { removeHost } from "../../../src/scaffold/site/remove-host.ts";
import { repositoryOf } from "../../check/sources.ts";
import { growthOf, siteNames, siteOf, sitesFolder, templates, told } from "./sites.ts";

const nova: HostRequest = { host: { name: "nova", address: "192.168.1.20", hardware: "virtual" } };

type Case = readonly [site: string, golden: string, request: HostRequest];

const cases: readonly Case[] = siteNames().flatMap((site): readonly Case[] =>
  site === "home-and-darwin"
    ? [
        [site, "add-mac", { host: { name: "mona", kind: "darwin" } }],
        [site, "add-home", { host: { name: "alex@mona", kind: "home", system: "aarch64-darwin" } }],
      ]
    : [[site, "add-host", nova]],
);

test.each(cases)("%s: %s", (site, name, request) => {
  const { repository } = siteOf(site);
  const grown = addHost({ repository }, request, templates);
  const text = told(grown, repository);
  const golden = path.join(sitesFolder, site, `${name}.txt`);
  if (process.env["UPDATE"] === "1") writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, "utf8"));
});

test.each(cases.filter(([site]) => site !== "computed"))(
  "%s: %s, added twice, and removed again",
  (site, _name, request) => {
    const { repository } = siteOf(site);
    const { files } = growthOf(addHost({ repository }, request, templates));
    const after = grownRepository(repository, files);
    expect(growthOf(addHost({ repository: after }, request, templates)).files.size).toBe(0);
    expect(saidHosts(after).map(({ name }) => name)).toContain(request.host.name);
    const back = growthOf(removeHost({ repository: after }, request.host.name));
    const end = grownRepository(after, back.files);
    const textOf = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString();
    for (const file of files.keys())
      expect([file, textOf(end.read(file))]).toEqual([file, textOf(repository.read(file))]);
  },
);

test("what has no place is told, and has to be right", () => {
  const { repository } = siteOf("nixos-systems");
  const host = {
    name: "nova",
    description: "<the> new one",
    tags: ["web"],
    wave: 2,
    users: ["mia"],
    services: ["redis"],
  };
  expect(growthOf(addHost({ repository }, { host }, templates)).notes.slice(-3)).toEqual([
    "What --description, --tag, --wave said is written nowhere: hosts of this repository have no place for it.",
    "--user gave nobody an account: 'nivose add user' does.",
    "--service did not add redis: 'nivose add service redis --on nova' does, once the host is there.",
  ]);
  for (const other of [{ hardware: "toaster" }, { disk: "floppy" }])
    expect(addHost({ repository }, { host: { name: "nova", ...other } }, templates)).toMatchObject({
      ok: false,
      problems: [{ message: { code: "spec-unexpected" } }],
    });
  const wrong = { name: "nova", wave: "x" as unknown as number, age: "age1", stateVersion: "new", description: "a\nb" };
  const grown = addHost({ repository }, { host: wrong }, templates);
  expect(grown.ok ? [] : grown.problems.map(({ message }) => message.text)).toMatchObject([
    expect.stringContaining("--description"),
    expect.stringContaining("--wave"),
    expect.stringContaining("--state-version"),
    expect.stringContaining("--age"),
  ]);
});

test("every mistake is told, and nothing is made", () => {
  const { repository } = siteOf("nixos-systems");
  const codes = (request: HostRequest): readonly string[] => {
    const grown = addHost({ repository }, request, templates);
    return grown.ok ? [] : grown.problems.map(({ message }) => message.code);
  };
  expect(codes({ host: { name: "luna" } })).toEqual(["site-taken"]);
  expect(codes({ host: { name: "Luna" } })).toEqual(["site-taken"]);
  expect(codes({ host: { name: "two words" } })).toEqual(["spec-unexpected"]);
  expect(codes({ host: { name: "näme" } })).toEqual(["spec-unexpected"]);
  expect(codes({ host: { name: "nova", system: "aarch64-darwin", kind: "nixos" } })).toEqual(["site-system"]);
  expect(codes({ host: { name: "nova", kind: "darwin" } })).toEqual(["site-no-model"]);
  expect(codes({ host: { name: "nova" }, like: "nobody" })).toEqual(["site-no-host"]);
  expect(codes({ host: { name: "nova", profiles: ["nothing"] } })).toEqual(["site-no-profile"]);
  expect(codes({ host: { name: "nova", profiles: ["base"] } })).toEqual([]);
  expect(codes({ host: { name: "nova", disk: "btrfs" } })).toEqual(["site-no-disko"]);
  for (const hardware of ["mac", "any", "raspberry-pi"])
    expect([hardware, codes({ host: { name: "nova", hardware } })]).toEqual([hardware, ["spec-clash"]]);
});

test("a profile is a module that other hosts import, and is imported once", () => {
  const { repository: plain } = siteOf("nixos-systems");
  const luna = plain.read("hosts/luna/default.nix")!;
  const bytes = Buffer.from(
    Buffer.from(luna).toString().replace("../../modules/base.nix", "../../modules/base.nix\n    ../../modules/web.nix"),
  );
  const changes = new Map([
    ["hosts/luna/default.nix", { bytes }],
    ["modules/web.nix", { bytes: Buffer.from("{ }\n") }],
  ]);
  const repository = grownRepository(plain, changes);
  const { files } = growthOf(addHost({ repository }, { host: { ...nova.host, profiles: ["base", "web"] } }, templates));
  const text = Buffer.from(files.get("hosts/nova/default.nix")!.bytes).toString();
  expect(text.match(/modules\/\w+\.nix/gu)?.toSorted()).toEqual(["modules/base.nix", "modules/web.nix"]);
});

test("an address that only the user knows is asked for", () => {
  const { repository } = siteOf("data-file");
  const grown = addHost({ repository }, { host: { name: "nova" } }, templates);
  expect(grown.ok ? [] : grown.problems.map(({ message }) => message.code)).toEqual(["site-needs"]);
});

test("what a machine is reached by is its own, unless it has the host's name in it", () => {
  const fleet = (luna: string, maia: string): { readonly repository: Repository } => ({
    repository: repositoryOf({
      "flake.nix": `{
  outputs =
    { nixpkgs, ... }:
    {
      nixosConfigurations.luna = nixpkgs.lib.nixosSystem { modules = [ ./hosts/luna.nix ]; };
      nixosConfigurations.maia = nixpkgs.lib.nixosSystem { modules = [ ./hosts/maia.nix ]; };
      colmena.luna.deployment.targetHost = "${luna}";
      colmena.maia.deployment.targetHost = "${maia}";
    };
}
`,
      "hosts/luna.nix": '{ system.stateVersion = "24.11"; }\n',
      "hosts/maia.nix": '{ system.stateVersion = "24.11"; }\n',
    }),
  });
  const line = (site: { readonly repository: Repository }, address?: string): string | undefined => {
    const grown = addHost(site, { host: { name: "nova", ...(address === undefined ? {} : { address }) } }, templates);
    const text = grown.ok ? Buffer.from(grown.growth.files.get("flake.nix")!.bytes).toString() : "";
    return /colmena\.nova\.deployment\.targetHost = (.*);/u.exec(text)?.[1];
  };
  const strange = fleet("root@mail.example.org", "root@www.example.org");
  expect(line(strange)).toBeUndefined();
  expect(line(strange, "10.0.0.9")).toBe('"root@10.0.0.9"');
  // one that can be followed is taken
  expect(line(fleet("root@mail.example.org", "root@maia.example.org"))).toBe('"root@nova.example.org"');
});

test("a host that others name is not removed", () => {
  const { repository } = siteOf("nixos-systems");
  const bytes = Buffer.from('{ luna.dependsOn = [ "maia" ]; }\n');
  const site = { repository: grownRepository(repository, new Map([["fleet.nix", { bytes }]])) };
  const grown = removeHost(site, "maia");
  expect(grown.ok ? [] : grown.problems.map(({ message }) => message.text)).toEqual(["'maia' is named in fleet.nix:1"]);
});

test.each([
  '{ nix.buildMachines = [ { hostName = "maia"; } ]; }',
  '{ services.restic.backups.a.repository = "sftp:backup@maia:/srv/a"; }',
  '{ networking.domain = "stars.example.org"; x = "ssh://maia.stars.example.org"; }',
])("a host that others reach for is not removed: %s", (text) => {
  const { repository } = siteOf("nixos-systems");
  const bytes = Buffer.from(`${text}\n`);
  const site = { repository: grownRepository(repository, new Map([["other.nix", { bytes }]])) };
  const grown = removeHost(site, "maia");
  expect(grown.ok ? [] : grown.problems.map(({ message }) => message.text)).toEqual(["'maia' is named in other.nix:1"]);
});

const system = (name: string): string => `${name} = nixpkgs.lib.nixosSystem { modules = [ ./${name}.nix ]; };`;

test("data that most hosts have in files of their own is told of", () => {
  const repository = repositoryOf({
    "flake.nix": `{ outputs = { nixpkgs, ... }: { nixosConfigurations = {\n${system("luna")}\n${system("sol")}\n}; }; }`,
    "luna.nix": "{ }",
    "luna.yml": "",
    "sol.nix": "{ }",
    "sol.yml": "",
  });
  expect(growthOf(addHost({ repository }, nova, templates)).notes).toContainEqual(
    expect.stringContaining("Most hosts have a file such as nova.yml"),
  );
});

test("hosts that a library builds are no repository without hosts", () => {
  const repository = repositoryOf({
    "flake.nix": "{ outputs = { lib, ... }: lib.everything ./hosts; }",
    "lib.nix": "{ nixpkgs }: name:\nnixpkgs.lib.nixosSystem { modules = [ name ]; }\n",
  });
  expect(told(addHost({ repository }, nova, templates), repository)).toContain("lib.nix:2 calls nixosSystem");
});

test("folders that all have a file of one name are hosts where a function reads them", () => {
  const host = '{ networking.hostName = "luna"; system.stateVersion = "24.11"; }\n';
  const repository = repositoryOf({
    "flake.nix":
      "{ outputs = { self, ... }: { nixosConfigurations = self.lib.makeSystems ./hosts { modules = [ ]; }; }; }\n",
    "hosts/luna/config.nix": host,
    "hosts/maia/config.nix": host.replace("luna", "maia"),
    "hosts/maia/disks.nix": "{ }\n",
  });
  expect(saidHosts(repository).map(({ name }) => name)).toEqual(["luna", "maia"]);
  const { files } = growthOf(addHost({ repository }, { host: { name: "nova" } }, templates));
  expect([...files.keys()].toSorted()).toEqual([
    "hosts/nova/config.nix",
    "hosts/nova/disk.nix",
    "hosts/nova/hardware-configuration.nix",
  ]);
  const after = grownRepository(repository, files);
  expect([...growthOf(removeHost({ repository: after }, "nova")).files.keys()]).toHaveLength(3);
});

test("folders of platforms that something reads have hosts in them", () => {
  const texts = {
    "flake.nix": "{ outputs = inputs: { nixosConfigurations = (import ./lib inputs).hosts; }; }\n",
    "lib/default.nix": "inputs: { hosts = forAll (system: readHosts ../hosts/${system}); }\n",
    "hosts/x86_64-linux/luna/default.nix": '{ networking.hostName = "luna"; system.stateVersion = "24.11"; }\n',
    "hosts/aarch64-darwin/mona/default.nix": '{ networking.hostName = "mona"; system.stateVersion = 5; }\n',
  };
  const repository = repositoryOf(texts);
  expect(saidHosts(repository).map(({ kind, name }) => `${kind} ${name}`)).toEqual(["nixos luna", "darwin mona"]);
  const { files } = growthOf(addHost({ repository }, { host: { name: "nova" } }, templates));
  expect([...files.keys()].every((name) => name.startsWith("hosts/x86_64-linux/nova/"))).toBe(true);
  expect(saidHosts(repositoryOf({ ...texts, "lib/default.nix": "inputs: { }\n" }))).toEqual([]);
});

test("many files that most hosts have are one thing to know", () => {
  const own = (name: string): Readonly<Record<string, string>> =>
    Object.fromEntries(["one", "two", "three", "four", "five"].map((file) => [`vars/${name}/${file}/value`, "x\n"]));
  const host = '{ system.stateVersion = "24.11"; }\n';
  const repository = repositoryOf({
    "flake.nix":
      "{ outputs = { nixpkgs, ... }: { nixosConfigurations.luna = nixpkgs.lib.nixosSystem { modules = [ ./hosts/luna.nix ]; }; " +
      "nixosConfigurations.maia = nixpkgs.lib.nixosSystem { modules = [ ./hosts/maia.nix ]; }; }; }\n",
    "hosts/luna.nix": host,
    "hosts/maia.nix": host,
    ...own("luna"),
    ...own("maia"),
  });
  const { notes } = growthOf(addHost({ repository }, { host: { name: "nova" } }, templates));
  expect(notes.filter((note) => note.startsWith("Most hosts"))).toEqual([
    "Most hosts have files such as vars/nova/one/value, vars/nova/two/value, vars/nova/three/value, and 2 more: nova has none of them yet.",
  ]);
});

test("what most hosts have by their names is told of, and who reads it", () => {
  const host = (name: string): string => `{ networking.hostName = "${name}"; }\n`;
  const line = (name: string): string =>
    `${name} = nixpkgs.lib.nixosSystem { modules = [ ./hosts/${name} ./ssh.nix ]; };`;
  const home = (name: string): string =>
    `"alex@${name}" = hm.lib.homeManagerConfiguration { modules = [ ./alex.nix ]; };`;
  const names = ["luna", "maia", "mona"];
  const repository = repositoryOf({
    "flake.nix": `{ outputs = { nixpkgs, hm, ... }: {\n  nixosConfigurations = { ${names.map((name) => line(name)).join(" ")} };\n  homeConfigurations = { ${["luna", "maia"].map((name) => home(name)).join(" ")} };\n}; }\n`,
    ...Object.fromEntries(names.map((name) => [`hosts/${name}/default.nix`, host(name)])),
    ...Object.fromEntries(names.map((name) => [`hosts/${name}/host.pub`, "key\n"])),
    "hosts/luna/notes.txt": "mine\n",
    "ssh.nix": "{ config, ... }: { x = ./hosts/${config.networking.hostName}/host.pub; }\n",
    "alex.nix": '{ home.username = "alex"; }\n',
  });
  expect(growthOf(addHost({ repository }, { host: { name: "nova", hardware: "virtual" } }, templates)).notes).toEqual([
    "Most hosts have a file such as hosts/nova/host.pub, which ssh.nix:1 reads by the name of the host: nova has none yet.",
    "Most hosts have a home that is built by itself, such as alex@luna (flake.nix:3): 'nivose add host alex@nova --kind home' adds that of nova.",
  ]);
});

const generated = `# Do not modify this file!  It was generated by ‘nixos-generate-config’.
{ config, lib, pkgs, modulesPath, ... }:

{
  imports =
    [ (modulesPath + "/installer/scan/not-detected.nix")
    ];

  boot.kernelModules = [ "kvm-amd" ];

  fileSystems."/" =
    { device = "/dev/disk/by-uuid/0d2b";
      fsType = "ext4";
    };

  nixpkgs.hostPlatform = lib.mkDefault "x86_64-linux";
}
`;

test("what nixos-generate-config printed stays as it is, and how a host starts is said where others say it", () => {
  const names = ["luna", "maia"];
  const hosts = names.map((name) => `${name} = nixpkgs.lib.nixosSystem { modules = [ ./hosts/${name} ]; };`);
  const repository = repositoryOf({
    "flake.nix": `{ outputs = { nixpkgs, ... }: { nixosConfigurations = { ${hosts.join(" ")} }; }; }\n`,
    ...Object.fromEntries(
      names.flatMap((name) => [
        [
          `hosts/${name}/default.nix`,
          `{ ... }: {\n  imports = [ ./hardware-configuration.nix ];\n  networking.hostName = "${name}";\n  boot.loader.systemd-boot.enable = true;\n  system.stateVersion = "24.11";\n}\n`,
        ],
        [`hosts/${name}/hardware-configuration.nix`, "{ fileSystems.x.device = 1; }\n"],
      ]),
    ),
  });
  const hardwareConfig = { name: "found.nix", bytes: Buffer.from(generated) };
  const { files } = growthOf(addHost({ repository }, { host: { name: "nova" }, hardwareConfig }, templates));
  const textOf = (name: string): string => Buffer.from(files.get(`hosts/nova/${name}`)!.bytes).toString();
  expect([...files.keys()]).toEqual(["flake.nix", "hosts/nova/default.nix", "hosts/nova/hardware-configuration.nix"]);
  expect(textOf("hardware-configuration.nix")).toBe(generated);
  expect(textOf("default.nix")).toBe(
    `{ ... }: {\n  imports = [ ./hardware-configuration.nix ];\n  networking.hostName = "nova";\n  boot.loader.systemd-boot.enable = true;\n  system.stateVersion = "24.11";\n}\n`,
  );
});
