/** Rules about modules as a whole: what they find, and what looks like it and is left alone. */
import { describe, expect, test } from "vitest";
import { checkFiles, everything, filesOf } from "./example-fleet.ts";

async function found(code: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  const { findings } = await checkFiles(filesOf(files), { ...everything, only: [code], isPedantic: true });
  return findings.map(({ at, text, class: sureness }) => `${at.file}: ${text} (${sureness})`);
}

describe("unused-module", () => {
  const web = "{ config, ... }: { services.nginx.enable = true; }";
  const flakeWith = (outputs: string): string => `{
    inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
    outputs = { self, nixpkgs, ... }: {
      nixosConfigurations.machine = nixpkgs.lib.nixosSystem { modules = [ ./base.nix ]; };
      ${outputs}
    };
  }`;
  const lock = filesOf("{ }")["flake.lock"]!;
  const base = filesOf("{ }")["base.nix"]!;

  test("tells once of what only leads to each other", async () => {
    expect(
      await found("unused-module", {
        "machine.nix": "{ }",
        "a.nix": "{ config, ... }: { imports = [ ./b.nix ]; }",
        "b.nix": web,
      }),
    ).toEqual(["a.nix: no host imports this module, nor b.nix, which only it leads to (paper)"]);
  });

  test.each([
    ["an output for others", { "flake.nix": flakeWith("nixosModules.web = import ./web.nix;"), "web.nix": web }],
    ["a folder that is read", { "flake.nix": flakeWith("modules = builtins.readDir ./m;"), "m/web.nix": web }],
    [
      "a folder that modules are read from",
      {
        "flake.nix": flakeWith("nixosModules.default = import ./all.nix;"),
        "all.nix": "{ lib, ... }: { imports = lib.modulesIn ./m import; }",
        "m/n/web.nix": web,
      },
    ],
    [
      "a test",
      {
        "flake.nix": flakeWith("checks.x86_64-linux.a = import ./t.nix;"),
        "t.nix": "{ pkgs }: pkgs.nixosTest { nodes.a = ./web.nix; }",
        "web.nix": web,
      },
    ],
    ["a template", { "flake.nix": flakeWith('templates.a = { path = ./t; description = ""; };'), "t/web.nix": web }],
    ["a path from the flake", { "flake.nix": flakeWith('lib.web = "${self}/m/web.nix";'), "m/web.nix": web }],
    ["a script", { "flake.nix": flakeWith(""), "image.sh": "nixos-generate -c m/web.nix\n", "m/web.nix": web }],
    ["a name in a list", { "flake.nix": flakeWith('lib.names = map (x: x) [ "m/web" ];'), "m/web.nix": web }],
    ["what is put away", { "flake.nix": flakeWith(""), "archive/web.nix": web }],
    ["what is no module", { "flake.nix": flakeWith(""), "web.nix": "{ pkgs }: pkgs.hello", "data.nix": "{ a = 1; }" }],
  ])("leaves alone %s", async (_, files) => {
    expect(await found("unused-module", { "flake.lock": lock, "base.nix": base, ...files })).toEqual([]);
  });

  test.each(["./hosts/${name}", '(./hosts + "/${name}")', "./hosts/${name}/default.nix"])(
    "finds what is left in the folder of a host that is imported by %s",
    async (imported) => {
      const files = {
        "flake.nix": `{
          inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
          outputs = { nixpkgs, ... }: {
            nixosConfigurations = nixpkgs.lib.genAttrs [ "luna" ] (name: nixpkgs.lib.nixosSystem { modules = [ ${imported} ]; });
          };
        }`,
        "flake.lock": lock,
        "hosts/luna/default.nix": base,
        "hosts/luna/old.nix": web,
      };
      expect(await found("unused-module", files)).toEqual(["hosts/luna/old.nix: no host imports this module (paper)"]);
    },
  );

  test("concludes less while a host cannot be evaluated", async () => {
    expect(
      await found("unused-module", {
        "machine.nix": "{ lib, ... }: { imports = lib.optional (lib.hasPrefx true) ./desktop.nix ++ [ ./ssh.nix ]; }",
        "desktop.nix": web,
        "ssh.nix": web,
        "web.nix": web,
        ...Object.fromEntries([..."abcdefgh"].map((name) => [`${name}.nix`, web])),
      }),
    ).toEqual([]);
  });
});

describe("a mark such as 'mkIf' in 'imports'", () => {
  test.each([
    ["pkgs.lib.mkIf true [ ./web.nix ]", "mkIf"],
    ["lib.mkIf true [ ./web.nix ]", "mkIf"],
    ["[ (lib.mkIf true ./web.nix) ]", "mkIf"],
    ["lib.mkMerge [ [ ./web.nix ] ]", "mkMerge"],
  ])("is the one thing that is told of %s", async (imports, mark) => {
    const { findings } = await checkFiles(
      filesOf({
        "machine.nix": `{ ${/pkgs|lib/u.exec(imports)![0]}, ... }: { imports = ${imports}; }`,
        "web.nix": "{ config, ... }: { services.nginx.enable = true; }",
      }),
    );
    expect(findings.map(({ code, text }) => [code, text])).toEqual([
      ["conditional-imports", expect.stringContaining(`'${mark}' does not work in 'imports'`)],
    ]);
  });
});

describe("module-without-effect", () => {
  const games = (condition: string): string => `{ lib, config, ... }: {
    options.my.games.enable = lib.mkEnableOption "games";
    config = lib.mkIf (${condition}) { programs.steam.enable = true; };
  }`;

  test.each([
    [
      "a module that a home turns on",
      {
        "machine.nix": "{ imports = [ ./games.nix ]; my.games.enable = true; }",
        "games.nix": games("config.my.games.enable"),
      },
    ],
    [
      "a module whose option another host sets, which has another module for it",
      {
        "flake.nix": `{
          inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
          outputs = { nixpkgs, ... }: let
            machine = modules: nixpkgs.lib.nixosSystem { modules = [ ./options.nix ] ++ modules; };
          in {
            nixosConfigurations.a = machine [ ./one.nix ];
            nixosConfigurations.b = machine [ ./two.nix { my.games.enable = true; } ];
          };
        }`,
        "options.nix":
          '{ lib, ... }: { options.my.games.enable = lib.mkEnableOption "games"; config.nixpkgs.hostPlatform = "x86_64-linux"; }',
        "one.nix":
          "{ lib, config, ... }: { config = lib.mkIf config.my.games.enable { programs.steam.enable = true; }; }",
        "two.nix":
          "{ lib, config, ... }: { config = lib.mkIf config.my.games.enable { programs.git.enable = true; }; }",
      },
    ],
    [
      "a condition that holds",
      {
        "machine.nix": "{ imports = [ ./games.nix ]; }",
        "games.nix": games('config.networking.hostName == "machine"'),
      },
    ],
    [
      "a module that imports others",
      {
        "machine.nix": "{ imports = [ ./a.nix ]; }",
        "a.nix":
          "{ lib, config, ... }: { imports = [ ./base2.nix ]; config = lib.mkIf false { services.openssh.enable = true; }; }",
        "base2.nix": "{ services.openssh.enable = true; }",
      },
    ],
    [
      "a module that sets something else as well",
      {
        "machine.nix": "{ imports = [ ./a.nix ]; }",
        "a.nix":
          "{ lib, config, ... }: { services.openssh.enable = true; services.nginx = lib.mkIf false { enable = true; }; }",
      },
    ],
    [
      "a module that only declares",
      {
        "machine.nix": "{ imports = [ ./a.nix ]; }",
        "a.nix": '{ lib, config, ... }: { options.my.x = lib.mkEnableOption "x"; }',
      },
    ],
  ])("leaves alone %s", async (_, files) => {
    expect(await found("module-without-effect", files)).toEqual([]);
  });

  test("says nothing while a host is not known", async () => {
    const files = {
      "machine.nix": "{ lib, ... }: { imports = [ ./games.nix ] ++ lib.nothing; }",
      "games.nix": games("false"),
    };
    expect(await found("module-without-effect", files)).toEqual([]);
  });
});

describe("module-twice", () => {
  const ssh = "{ config, ... }: { networking.firewall.allowedTCPPorts = [ 22 ]; }";

  test.each([
    [
      "one path from two places",
      {
        "machine.nix": "{ imports = [ ./ssh.nix ./a.nix ]; }",
        "a.nix": "{ imports = [ ./ssh.nix ]; }",
        "ssh.nix": ssh,
      },
    ],
    [
      "what is called with arguments to be a module",
      {
        "machine.nix": "{ imports = [ (import ./port.nix 22) (import ./port.nix 80) ]; }",
        "port.nix": "port: { config, ... }: { networking.firewall.allowedTCPPorts = [ port ]; }",
      },
    ],
    [
      "a module that is imported as a function once",
      { "machine.nix": "{ imports = [ (import ./ssh.nix) ]; }", "ssh.nix": ssh },
    ],
    [
      "data that is imported twice",
      {
        "machine.nix": "{ networking.firewall.allowedTCPPorts = import ./ports.nix ++ import ./ports.nix; }",
        "ports.nix": "[ 22 ]",
      },
    ],
  ])("leaves alone %s", async (_, files) => {
    expect(await found("module-twice", files)).toEqual([]);
  });

  test("finds a folder and the file in it", async () => {
    const files = { "machine.nix": "{ imports = [ ./ssh ./ssh/default.nix ]; }", "ssh/default.nix": ssh };
    expect(await found("module-twice", files)).toEqual([
      "machine.nix: ssh/default.nix is imported under two paths, and so is taken for two modules (paper)",
    ]);
  });
});

describe("wrong-module-class", () => {
  test("goes by what a module says of itself", async () => {
    const files = {
      "machine.nix": "{ imports = [ ./home.nix ]; }",
      "home.nix": '{ config, ... }: { _class = "homeManager"; programs.git.enable = true; }',
    };
    expect(await found("wrong-module-class", files)).toEqual([
      "machine.nix: home.nix is a module for Home Manager, and is imported into NixOS here (paper)",
    ]);
    expect(await found("host-evaluation", files)).toEqual([]);
  });

  const flake = (machine: string): string => `{
    inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
    inputs.home-manager.url = "github:nix-community/home-manager/release-24.11";
    outputs = { nixpkgs, home-manager, ... }: {
      nixosConfigurations.machine = nixpkgs.lib.nixosSystem { modules = [
        ./base.nix
        ${machine}
        home-manager.nixosModules.home-manager
        { home-manager.users.alice = import ./home/alice.nix; }
      ]; };
    };
  }`;
  const shared = { "flake.lock": filesOf("{ }")["flake.lock"]!, "base.nix": filesOf("{ }")["base.nix"]! };
  const alice = '{ imports = [ ./git.nix ]; home.stateVersion = "24.11"; }';

  test.each([
    ["", '{ home.packages = [ ]; programs.git.userName = "Alice"; }'],
    ["of a host that cannot be evaluated", '{ config, ... }: { _class = "homeManager"; home.packages = [ ]; }'],
  ])("points at the import that is wrong, and not at one that is right %s", async (_, git) => {
    const { findings } = await checkFiles(
      {
        ...shared,
        "flake.nix": flake("./hosts/nas"),
        "hosts/nas/default.nix": "{ imports = [ ../../home/git.nix ]; }",
        "home/alice.nix": alice,
        "home/git.nix": git,
      },
      { ...everything, only: ["wrong-module-class"] },
    );
    expect(findings.map(({ at, related }) => [at.file, related])).toEqual([["hosts/nas/default.nix", []]]);
  });

  test("tells once of a folder of modules for another kind", async () => {
    const { findings } = await checkFiles(
      {
        ...shared,
        "flake.nix": flake("./hosts/nas"),
        "hosts/nas/default.nix": "{ imports = [ ../../modules/darwin ]; }",
        "home/alice.nix": '{ home.stateVersion = "24.11"; }',
        "modules/darwin/default.nix": "{ imports = [ ./dock.nix ./brew.nix ./keys.nix ./nix.nix ./touch.nix ]; }",
        "modules/darwin/dock.nix": "{ system.defaults.dock.autohide = true; }",
        "modules/darwin/brew.nix": "{ homebrew.enable = true; }",
        "modules/darwin/keys.nix": "{ system.keyboard.enableKeyMapping = true; }",
        "modules/darwin/nix.nix": "{ nix.gc.automatic = true; }",
        "modules/darwin/touch.nix":
          '{ programs.zsh.enable = true; time.timeZone = "UTC"; security.pam.enableSudoTouchIdAuth = true; }',
      },
      { ...everything, only: ["wrong-module-class", "unknown-option", "host-evaluation"] },
    );
    expect(findings.map(({ code, at, text }) => `${at.file}: ${text} [${code}]`)).toEqual([
      "hosts/nas/default.nix: modules/darwin/default.nix is a module for nix-darwin, and is imported into NixOS here [wrong-module-class]",
    ]);
  });

  test.each([
    ["a single misspelt option", "{ services.nginx.enabel = true; services.openssh.enable = true; }"],
    [
      "a module that is mostly at home here",
      '{ pkgs, ... }: { environment.systemPackages = [ pkgs.git ]; programs.git.enable = true; home.file.x.text = ""; }',
    ],
    ["options of nobody", "{ my.thing = 1; other.thing = 2; more.things = 3; }"],
  ])("leaves alone %s", async (_, text) => {
    expect(await found("wrong-module-class", { "machine.nix": "{ imports = [ ./a.nix ]; }", "a.nix": text })).toEqual(
      [],
    );
  });
});

describe("what a host says of itself", () => {
  test.each([
    ["failed-assertion", "an assertion that holds", '{ assertions = [ { assertion = true; message = "no"; } ]; }'],
    [
      "failed-assertion",
      "an assertion behind a condition",
      '{ lib, ... }: { assertions = lib.mkIf false [ { assertion = false; message = "no"; } ]; }',
    ],
    [
      "failed-assertion",
      "what cannot be known",
      '{ pkgs, ... }: { assertions = [ { assertion = pkgs.hello.meta.broken; message = "no"; } ]; }',
    ],
    ["host-warning", "no warning", '{ lib, ... }: { warnings = lib.optional false "no"; }'],
    [
      "disabled-module",
      "a module that is there",
      '{ imports = [ ./base.nix ]; disabledModules = [ ./base.nix ]; nixpkgs.hostPlatform = "x86_64-linux"; }',
    ],
    [
      "disabled-module",
      "modules of nixpkgs, on paper",
      '{ disabledModules = [ "services/web-servers/nginx/default.nix" ]; }',
    ],
  ])("%s leaves alone %s", async (code, _, text) => {
    expect(await found(code, { "machine.nix": text })).toEqual([]);
  });
});

describe("host-evaluation", () => {
  test.each([
    ["an option that is not there", "{ services.nginx.enabel = true; }"],
    ["a value of a wrong type", '{ services.nginx.enable = "yes"; }'],
    ["a file that is missing", "{ imports = [ ./gone.nix ]; }"],
    ["an assertion", '{ assertions = [ { assertion = false; message = "no"; } ]; }'],
    ["a broken file", "{ services = "],
    ["what is unknown on paper", "{ pkgs, ... }: { environment.etc.x.text = pkgs.hello.version; }"],
  ])("leaves %s to others", async (_, text) => {
    expect(await found("host-evaluation", { "machine.nix": text })).toEqual([]);
  });
});

describe("module-pattern", () => {
  const module = (name: string, body = "lib.mkIf cfg.enable { services.openssh.enable = true; }"): string =>
    `{ lib, config, ... }: let cfg = config.my.${name}; in {
      options.my.${name}.enable = lib.mkEnableOption "${name}";
      config = ${body};
    }`;
  const eight = Object.fromEntries([..."abcdefgh"].map((name) => [`m/${name}.nix`, module(name)]));

  test.each([
    ["a value that depends on the option", module("i", "{ services.openssh.enable = cfg.enable; }")],
    [
      "a part of a larger module",
      '{ lib, config, ... }: let cfg = config.my; in { options.my.i.enable = lib.mkEnableOption "i"; config = lib.mkIf cfg.i.enable { services.openssh.enable = true; }; }',
    ],
    [
      "an addition to an option of the system",
      '{ lib, config, ... }: { options.services.openssh.mine = lib.mkEnableOption "x"; }',
    ],
    ["assertions", module("i", "{ assertions = [ ]; }")],
  ])("leaves alone %s", async (_, text) => {
    expect(await found("module-pattern", { "machine.nix": "{ }", ...eight, "m/i.nix": text })).toEqual([]);
  });

  test("needs eight that are alike", async () => {
    const { "m/a.nix": _, ...seven } = eight;
    expect(
      await found("module-pattern", {
        "machine.nix": "{ }",
        ...seven,
        "m/i.nix": module("i", "{ services.openssh.enable = true; }"),
      }),
    ).toEqual([
      "m/i.nix: this holds on every host that imports the module, whether 'my.i.enable' is set or not (heuristic)",
    ]);
    const { "m/b.nix": __, ...six } = seven;
    expect(
      await found("module-pattern", {
        "machine.nix": "{ }",
        ...six,
        "m/i.nix": module("i", "{ services.openssh.enable = true; }"),
      }),
    ).toEqual([]);
  });
});
