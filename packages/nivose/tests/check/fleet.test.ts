/** The rules about fleets: what else they find than their examples, and what looks like it and is left alone. */
import { describe, expect, test } from "vitest";
import { exampleLock, githubNode, nixpkgsNode } from "../../src/check/flakes/example-lock.ts";
import type { Rule } from "../../src/check/rule.ts";
import { rules } from "../../src/check/rules/index.ts";
import { mend } from "../../src/cli/check/mend.ts";
import { checkFiles, everything } from "./example-fleet.ts";
import { findingsIn, repositoryOf } from "./sources.ts";

type Files = Readonly<Record<string, string>>;

function ruleOf(code: string): Rule {
  return rules.find((rule) => rule.code === code)!;
}

/** What a rule that evaluates nothing tells. */
function told(code: string, files: Files): string[] {
  return findingsIn(ruleOf(code), files).map(({ at, text, class: sureness }) => `${at.file}: ${text} [${sureness}]`);
}

async function toldOfHosts(code: string, files: Files): Promise<string[]> {
  const { findings } = await checkFiles(files, { ...everything, only: [code] });
  return findings.map(({ at, text }) => `${at.file}: ${text}`);
}

const flake = (inputs: string, outputs: string): Files => ({
  "flake.nix": `{\n  inputs = {\n    ${inputs}\n  };\n\n  outputs = ${outputs};\n}\n`,
});

const disko = 'disko.url = "github:nix-community/disko";';
const unused = "flake.nix: nothing uses the input 'disko'";

describe("unused-input", () => {
  test.each([
    ["an argument that is not used", "{ self, disko }: { }", `${unused} [certain]`],
    ["inputs by their names only", "inputs: { inherit (inputs) a; x = inputs.other; }", `${unused} [certain]`],
    ["inputs handed on", "inputs: import ./out.nix inputs", `${unused} [heuristic]`],
    ["inputs handed on, by another name", "{ self, ... }@args: import ./out.nix args", `${unused} [heuristic]`],
    ["self handed on", "{ self, ... }: import ./out.nix self", `${unused} [heuristic]`],
    ["its name in a comment", "{ self, ... }: { /* disko */ }", `${unused} [certain]`],
    ["an attribute of the same name", "{ self, ... }: { disko = 1; }", `${unused} [certain]`],
  ])("finds it beside %s", (_title, outputs, expected) => {
    expect(told("unused-input", { ...flake(disko, outputs), "out.nix": "_: { }\n" })).toEqual([expected]);
  });

  test.each([
    ["as an argument", disko, "{ self, disko }: { x = disko; }"],
    ["by a name in all inputs", disko, "inputs: { x = inputs.disko.lib; }"],
    ["in quotes", disko, 'inputs: { x = inputs."disko".lib; }'],
    ["by inherit", disko, "inputs: { inherit (inputs) disko; }"],
    ["by a question", disko, "inputs: { x = inputs ? disko; }"],
    ["of self", disko, "{ self, ... }: { x = self.inputs.disko; }"],
    ["in another file", disko, "inputs: import ./uses.nix inputs"],
    ["by a default", disko, "{ self, disko, x ? disko }: { y = x; }"],
    [
      "by another that follows it",
      `${disko} a = { url = "github:a/a"; inputs.b.follows = "disko"; };`,
      "{ a, ... }: a",
    ],
    ["by another that is what it has", `${disko} a.follows = "disko/nixpkgs";`, "{ a, ... }: a"],
    ["by a computed name", disko, "inputs: name: inputs.${name}"],
    ["by a registry of all", disko, "inputs: { x = builtins.mapAttrs (_: it: it) inputs; }"],
    ["by a registry in another file", disko, "inputs: import ./registry.nix { inherit inputs; }"],
    ["by 'with'", disko, "inputs: with inputs; { x = disko; }"],
    [
      "by a framework",
      `${disko} snowfall-lib.url = "github:a/b";`,
      "inputs: inputs.snowfall-lib.mkFlake { inherit inputs; }",
    ],
  ])("leaves alone what is used %s", (_title, inputs, outputs) => {
    const files = {
      ...flake(inputs, outputs),
      "uses.nix": "{ disko, ... }: { x = disko; }\n",
      "registry.nix": "{ inputs }: { x = builtins.attrValues inputs; }\n",
    };
    expect(told("unused-input", outputs.includes("uses") ? files : { ...files, "uses.nix": "{ }\n" })).toEqual([]);
  });
});

describe("missing-follows", () => {
  const second = nixpkgsNode({ ref: "nixos-unstable", locked: 1_733_000_000 });
  const withLock = (inputs: string, nodes: Readonly<Record<string, object>>): Files => ({
    ...flake(`nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11"; ${inputs}`, "inputs: inputs.nixpkgs"),
    "flake.lock": exampleLock({ nixpkgs: nixpkgsNode({}), ...nodes }, { nixpkgs: "nixpkgs", tool: "tool" }),
  });
  const tool = 'tool.url = "github:a/tool";';

  test("finds a copy that comes through another input", () => {
    const files = withLock(tool, {
      tool: githubNode("a/tool", {}, { part: "part" }),
      part: githubNode("a/part", {}, { nixpkgs: "nixpkgs_2" }),
      nixpkgs_2: second,
    });
    expect(told("missing-follows", files)).toEqual([
      "flake.nix: 'tool' brings a copy of 'nixpkgs' of 2024-11-30 through 'part' [certain]",
    ]);
  });

  test.each([
    ["what follows", tool, { tool: githubNode("a/tool", {}, { nixpkgs: ["nixpkgs"] }) }],
    [
      "what is said to be another one",
      `${tool} tool.inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";`,
      { tool: githubNode("a/tool", {}, { nixpkgs: "nixpkgs_2" }), nixpkgs_2: second },
    ],
    [
      "what the flake does not take itself",
      tool,
      { tool: githubNode("a/tool", {}, { utils: "utils" }), utils: githubNode("numtide/flake-utils", {}) },
    ],
    [
      "another branch under another name",
      tool,
      {
        tool: githubNode("a/tool", {}, { "nixpkgs-old": "nixpkgs_2" }),
        nixpkgs_2: nixpkgsNode({ ref: "nixos-23.05" }),
      },
    ],
  ])("leaves %s alone", (_title, inputs, nodes) => {
    expect(told("missing-follows", withLock(inputs, nodes))).toEqual([]);
  });

  test.each([
    [
      "within a set",
      'tool = { url = "github:a/tool"; };',
      'tool = { url = "github:a/tool"; inputs.nixpkgs.follows = "nixpkgs"; };',
    ],
    ["by a path", tool, `${tool} tool.inputs.nixpkgs.follows = "nixpkgs";`],
    [
      "beside what is set within a set already",
      'tool = { inputs.a.follows = ""; url = "github:a/tool"; };',
      'tool = { inputs.a.follows = ""; url = "github:a/tool"; inputs.nixpkgs.follows = "nixpkgs"; };',
    ],
  ])("mends an input that is written %s", (_title, written, mended) => {
    const files = withLock(written, { tool: githubNode("a/tool", {}, { nixpkgs: "nixpkgs_2" }), nixpkgs_2: second });
    const selection = { ...everything, only: ["missing-follows"] };
    const { files: after, count } = mend(
      findingsIn(ruleOf("missing-follows"), files),
      repositoryOf(files),
      selection,
      () => true,
    );
    expect(Buffer.from(after.get("flake.nix")!).toString()).toBe(files["flake.nix"]!.replace(written, mended));
    expect(count).toBe(1);
  });
});

describe("inputs that others do not have", () => {
  const taking = (urls: readonly string[]): Files => ({
    ...flake(urls.map((url, index) => `i${index}.url = "${url}";`).join("\n    "), "inputs: inputs"),
    "x/flake.nix": "{ outputs = _: { }; }\n",
  });

  test("are told if they come by SSH", () => {
    const urls = [
      "git+ssh://git@git.example.org/x",
      "ssh://git@git.example.org/x",
      "git+ssh://git.example.org:22/x?ref=a",
    ];
    expect(told("private-input", taking(urls))).toEqual(
      urls.map((_, index) => `flake.nix: 'i${index}' can be fetched only with a key for git.example.org [certain]`),
    );
  });

  test("are told if they are on this machine", () => {
    const urls = ["path:/srv/x", "/srv/x", "git+file:///srv/x?ref=main", "file:///srv/x"];
    expect(told("local-input", taking([...urls, "path:../x"]))).toEqual([
      ...urls.map(
        (_, index) => `flake.nix: 'i${index}' is the folder '/srv/x', which other machines do not have [certain]`,
      ),
      "flake.nix: 'i4' is '../x', outside of the repository, which other machines do not have [certain]",
    ]);
  });

  test("are no others", () => {
    const files = taking([
      "github:a/x",
      "git+https://git.example.org/x",
      "https://git.example.org/x.tar.gz",
      "path:./x",
      "./x",
      "git+file:./x",
      "x",
    ]);
    expect([...told("private-input", files), ...told("local-input", files)]).toEqual([]);
  });
});

describe("stale-lock", () => {
  const locked = exampleLock({ nixpkgs: nixpkgsNode({}) }, { nixpkgs: "nixpkgs" });
  const nixpkgs = 'nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";';

  test.each([
    ["an argument that comes from the registry", flake(nixpkgs, "{ nixpkgs, disko, ... }: nixpkgs"), "disko"],
    ["an input that is not locked", flake(`${nixpkgs} ${disko}`, "inputs: inputs.nixpkgs"), "disko"],
  ])("finds %s", (_title, files, name) => {
    expect(told("stale-lock", { ...files, "flake.lock": locked })).toEqual([
      `flake.nix: the lock file does not have the input '${name}' [certain]`,
    ]);
  });

  test("finds an input that there is no more", () => {
    const files = { ...flake("", "{ self }: self"), "flake.lock": locked };
    expect(told("stale-lock", files)).toEqual([
      "flake.lock: the lock file has an input 'nixpkgs', and flake.nix does not [certain]",
    ]);
  });

  test.each([
    ["a lock file that fits", { ...flake(nixpkgs, "{ self, nixpkgs }: self"), "flake.lock": locked }],
    [
      "a source that is no flake",
      { ...flake(`${nixpkgs} x = { url = "github:a/x"; flake = false; };`, "inputs: inputs.x"), "flake.lock": locked },
    ],
    ["a flake without one", flake(nixpkgs, "{ self, nixpkgs }: self")],
    ["one that is damaged", { ...flake(nixpkgs, "{ self, nixpkgs }: self"), "flake.lock": "{" }],
  ])("leaves %s alone", (_title, files) => {
    expect(told("stale-lock", files)).toEqual([]);
  });
});

test("an old revision is told of nixpkgs only, and of inputs that are declared", () => {
  const inputs = 'nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable"; disko.url = "github:nix-community/disko";';
  const files = {
    ...flake(inputs, "inputs: inputs"),
    "flake.lock": exampleLock(
      {
        nixpkgs: nixpkgsNode({ ref: "nixos-unstable" }),
        disko: githubNode("nix-community/disko", { locked: 1_600_000_000 }),
      },
      { nixpkgs: "nixpkgs", disko: "disko" },
    ),
  };
  expect([...told("old-input", files), ...told("unsupported-release", files)]).toEqual([]);
});

test("flakes that have nothing to do with each other may lock what they like", () => {
  const one = flake('nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";', "inputs: inputs.nixpkgs")["flake.nix"]!;
  const lock = (locked: number): string => exampleLock({ nixpkgs: nixpkgsNode({ locked }) }, { nixpkgs: "nixpkgs" });
  const files = {
    "a/flake.nix": one,
    "a/flake.lock": lock(1_733_000_000),
    "b/flake.nix": one,
    "b/flake.lock": lock(1_735_000_000),
  };
  expect(told("input-revisions", files)).toEqual([]);
});

describe("computed-state-version", () => {
  test.each(["config.system.nixos.release", "lib.trivial.release", "lib.mkDefault (lib.trivial.release)"])(
    "finds %s",
    (value) => {
      const files = {
        "flake.nix": "{ outputs = _: { }; }\n",
        "m.nix": `{ lib, config, ... }: { home.stateVersion = ${value}; }\n`,
      };
      expect(told("computed-state-version", files)).toHaveLength(1);
    },
  );

  test.each([
    ["m.nix", '{ system.stateVersion = "24.11"; }\n'],
    ["m.nix", "{ osConfig, ... }: { home.stateVersion = osConfig.system.stateVersion; }\n"],
    ["m.nix", "{ version, ... }: { system.stateVersion = version; }\n"],
    ["iso/default.nix", "{ lib, ... }: { system.stateVersion = lib.trivial.release; }\n"],
    ["m.nix", "{ lib, isISO, ... }: { system.stateVersion = lib.mkIf isISO lib.trivial.release; }\n"],
  ])("leaves %s alone with %s", (name, text) => {
    expect(told("computed-state-version", { "flake.nix": "{ outputs = _: { }; }\n", [name]: text })).toEqual([]);
  });
});

describe("rules that ask the hosts", () => {
  const machine = `{
  nixpkgs.hostPlatform = "x86_64-linux";
  boot.loader.systemd-boot.enable = true;
  fileSystems."/".device = "/dev/disk/by-label/nixos";
  system.stateVersion = "24.11";
}
`;
  const hosts = (more: string, names = '"luna" "sol"'): Files => ({
    "flake.nix": `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";

  outputs = { self, nixpkgs, ... }: {
    nixosConfigurations = nixpkgs.lib.genAttrs [ ${names} ] (_: nixpkgs.lib.nixosSystem { modules = [ ./machine.nix ]; });
    ${more}
  };
}
`,
    "machine.nix": machine,
  });

  test("registry-name takes names of hosts and folders, and no other words", async () => {
    const files = {
      ...hosts("", '"luna"'),
      "web/flake.nix": "{ outputs = _: { }; }\n",
      "README.md": [
        "nixos-rebuild switch --flake luna   # wrong",
        "nix build web#site",
        "nixos-rebuild switch --flake .#luna",
        "nixos-rebuild switch --flake github:a/b#luna",
        "nixos-rebuild switch --flake lunar",
        "nix run nixpkgs#luna",
        "nix build ./web#site && nix build path:web#site",
        "the web#site is not built with nix",
        "colmena apply --on luna",
        "nix shell luna-tools#x",
        "",
      ].join("\n"),
    };
    const { findings } = await checkFiles(files, { ...everything, only: ["registry-name"] });
    const lines = findings.map(({ at }) => files["README.md"].slice(0, at.range!.start).split("\n").length);
    expect(lines).toEqual([1, 2, 8]);
    const pinned = { ...files, "scripts/pin": "nix registry add flake:web path:$PWD/web\n" };
    expect(await toldOfHosts("registry-name", pinned)).toEqual([]);
  });

  const luna = "checks.x86_64-linux.luna = self.nixosConfigurations.luna.config.system.build.toplevel;";
  const format =
    'checks.x86_64-linux.format = derivation { name = "f"; system = "x86_64-linux"; builder = "/bin/sh"; };';
  const job = (run: string): Files => ({ ".github/workflows/check.yml": `run: ${run}\n` });

  test.each([
    [
      "targets that are hosts, and CI that looks at all",
      'deploy.nodes = { luna.hostname = "a"; sol.hostname = "b"; };',
      luna,
      job("nix flake check"),
    ],
    [
      "targets named after addresses, and CI that names the other host",
      'deploy.nodes."l.example.org".hostname = "a";',
      luna,
      job("nix build .#sol"),
    ],
    ["no targets, and checks that name no host", "", format, {}],
    [
      "CI of Drone that looks at all of them",
      "",
      luna,
      { ".drone.jsonnet": "std.objectFields(info.nixosConfigurations)" },
    ],
  ])("leave alone %s", async (_title, targets, checks, jobs) => {
    const files = { ...hosts(`${targets}\n    ${checks}`), ...jobs };
    const { findings } = await checkFiles(files, { ...everything, only: ["target-without-host", "unchecked-host"] });
    expect(findings.map(({ text }) => text)).toEqual([]);
  });

  test("repeated-settings wants the same text, the same value and files of single hosts", async () => {
    const settings =
      '  environment.etc."a.conf".text = "a";\n  time.timeZone = "Europe/Berlin";\n  services.openssh = {\n    enable = true;\n    ports = [ 2222 ];\n  };\n  security.sudo.enable = true;\n  services.fstrim.enable = true;\n';
    const fleet = hosts("");
    const own = '[ ./machine.nix (./. + "/${name}.nix") ]';
    const files = (sol: string): Files => ({
      ...fleet,
      "flake.nix": fleet["flake.nix"]!.replace("(_: ", "(name: ").replace("[ ./machine.nix ]", own),
      "luna.nix": `{ lib, ... }:\n{\n${settings}}\n`,
      "sol.nix": `{ lib, ... }:\n{\n${sol}}\n`,
    });
    const { findings } = await checkFiles(files(settings), { ...everything, only: ["repeated-settings"] });
    expect(findings.map(({ hint }) => hint)).toEqual([
      expect.stringContaining(`move 'environment.etc."a.conf".text', 'time.timeZone'`),
    ]);
    const other = settings
      .replace('"a";', '"b";')
      .replace("Berlin", "Paris")
      .replace("2222", "22")
      .replace("sudo.enable = true", "sudo.enable = lib.mkIf true true");
    expect(await toldOfHosts("repeated-settings", files(other))).toEqual([]);
  });

  test("missing-state-version tells once what several hosts of one place lack, and nothing of a wrong one", async () => {
    const files = (version: string): Files => ({
      ...hosts(""),
      "machine.nix": machine.replace('  system.stateVersion = "24.11";\n', version),
    });
    const { findings } = await checkFiles(files(""), { ...everything, only: ["missing-state-version"] });
    expect(findings.map(({ text, hosts: names }) => [text, names])).toEqual([
      ["no module says 'system.stateVersion', and today it is 24.11", ["luna", "sol"]],
    ]);
    expect(await toldOfHosts("missing-state-version", files("  system.stateVersion = 24.11;\n"))).toEqual([]);
  });

  test("missing-state-version does not know the default of another release", async () => {
    const files: Files = {
      "flake.nix": `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-23.11";
  outputs = { nixpkgs, ... }: { nixosConfigurations.luna = nixpkgs.lib.nixosSystem { modules = [ ./machine.nix ]; }; };
}
`,
      "machine.nix": machine.replace('  system.stateVersion = "24.11";\n', ""),
    };
    expect(await toldOfHosts("missing-state-version", files)).toEqual([
      "flake.nix: no module says 'system.stateVersion'",
    ]);
  });

  test("missing-state-version tells in the file of a home what belongs there", async () => {
    const files: Files = {
      "flake.nix": `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
  inputs.home-manager.url = "github:nix-community/home-manager/release-24.11";
  outputs = { nixpkgs, home-manager, ... }: {
    nixosConfigurations.luna = nixpkgs.lib.nixosSystem { modules = [ ./machine.nix home-manager.nixosModules.home-manager ]; };
    homeConfigurations.max = home-manager.lib.homeManagerConfiguration {
      pkgs = nixpkgs.legacyPackages.x86_64-linux;
      modules = [ ./max.nix ];
    };
  };
}
`,
      "flake.lock": exampleLock(
        {
          nixpkgs: nixpkgsNode({ ref: "nixos-24.11" }),
          "home-manager": githubNode("nix-community/home-manager", { ref: "release-24.11" }, { nixpkgs: ["nixpkgs"] }),
        },
        { nixpkgs: "nixpkgs", "home-manager": "home-manager" },
      ),
      "machine.nix": machine.replace(
        /\}\n$/u,
        "  home-manager.users.max = ./max.nix;\n  home-manager.users.mia.programs.git.enable = true;\n}\n",
      ),
      "max.nix": "{\n  programs.git.enable = true;\n}\n",
    };
    const { findings } = await checkFiles(files, { ...everything, only: ["missing-state-version"] });
    expect(findings.map(({ at, text, hosts: names }) => `${at.file}: ${text} (${names!.join(", ")})`)).toEqual([
      "machine.nix: no module says 'home.stateVersion' (luna)",
      "max.nix: no module says 'home.stateVersion' (luna, max)",
    ]);
    const lines = findings.map(({ at }) => at.range && files["machine.nix"]!.slice(at.range.start, at.range.end));
    expect(lines).toEqual(["home-manager.users.mia.programs.git.enable = true", undefined]);
  });

  test("system-mismatch tells of a system that is not the platform", async () => {
    const files = (system: string): Files => ({
      "flake.nix": hosts("", '"luna"')["flake.nix"]!.replace("{ modules", `{ system = "${system}"; modules`),
      "machine.nix": machine,
    });
    expect(await toldOfHosts("system-mismatch", files("aarch64-linux"))).toEqual([
      "machine.nix: the system is x86_64-linux, and the flake gives 'aarch64-linux' as its 'system'",
    ]);
  });
});
