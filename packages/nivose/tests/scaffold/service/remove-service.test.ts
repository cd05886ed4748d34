/** What was written for a service goes with it, and nothing else does. */

import { describe, expect, test } from "vitest";
import type { EvaluatedFleet } from "../../../src/check/hosts/evaluated-fleet.ts";
import type { ServiceWish } from "../../../src/scaffold/service/wish.ts";
import { evaluatedIn } from "../../check/example-fleet.ts";
import {
  add,
  type Files,
  flakeOf,
  grownFiles,
  hardware,
  lock,
  problemsIn,
  remove,
  thereAndBack,
  wish,
} from "./growing.ts";

const FILE = "hosts/sol.nix";

const withHost = (text: string, more: Files = {}): Files => ({
  "flake.nix": flakeOf({ sol: "./hosts/sol.nix" }),
  "flake.lock": lock,
  "hosts/hardware.nix": hardware,
  [FILE]: text,
  ...more,
});

const saved = withHost(`{
  imports = [ ./hardware.nix ];
  services.restic.backups.all = {
    repository = "/backup";
    passwordFile = "/etc/restic/password";
    paths = [ "/home" ];
  };
}
`);

let evaluated: Promise<EvaluatedFleet> | undefined;
const savedFleet = (): Promise<EvaluatedFleet> => (evaluated ??= evaluatedIn(saved));

describe("the folder of a service that was said", () => {
  test.each<[string, Partial<ServiceWish>, readonly string[]]>([
    ["samba", { settings: ["folder=/data/share"] }, ["/var/lib/samba", "/data/share"]],
    ["samba", { settings: ["settings.files.path=/data/share"] }, ["/var/lib/samba", "/data/share"]],
    ["grafana", { settings: ["dataDir=/data/grafana"] }, ["/data/grafana"]],
    ["redis", {}, ["/var/lib/redis-main"]],
    ["gitea", { settings: ["domain=git.example.org", "stateDir=/data/gitea"] }, ["/data/gitea/dump"]],
    ["calibre-web", { settings: ["dataDir=books"] }, ["/var/lib/books"]],
    ["gitea", { settings: ["domain=git.example.org", "dump.backupDir=/data/dump"] }, ["/data/dump"]],
    ["vaultwarden", { settings: ["backupDir=/data/vault"] }, ["/data/vault"]],
  ])("%s %j is saved, and no longer once it has gone", async (name, more, paths) => {
    const given = wish(name, "sol", more);
    const after = await thereAndBack(saved, await savedFleet(), given);
    const list = /\bpaths = \[([^\]]*)\]/u.exec(after[FILE]!)![1]!;
    expect(list.trim().split(/\s+/u)).toEqual(["/home", ...paths].map((path) => `"${path}"`));
  });
});

describe("a folder that something else keeps its state in as well", () => {
  const komga = (text: string): string =>
    text.replace("services.restic", "services.komga.enable = true;\n  services.restic");
  const shared = wish("samba", "sol", { settings: ["folder=/var/lib/komga"] });

  test("was saved before, and is afterwards", async () => {
    const files = withHost(
      komga(saved[FILE]!).replace(`[ "/home" ]`, `[\n      "/home"\n      "/var/lib/komga"\n    ]`),
    );
    await thereAndBack(files, await evaluatedIn(files), shared);
  });

  test("came after it, and is told", async () => {
    const added = grownFiles(saved, add(await savedFleet(), shared));
    const both = { ...added, [FILE]: komga(added[FILE]!) };
    const gone = remove(await evaluatedIn(both), "samba", "sol");
    expect(gone.ok ? gone.growth.notes : problemsIn(gone)).toEqual([
      "/var/lib/komga stays in the backup of sol: it is where Komga keeps its state.",
    ]);
    const after = grownFiles(both, gone)[FILE]!;
    expect(after.replace(/\[\s+"\/home"\s+"\/var\/lib\/komga"\s+\]/u, `[ "/home" ]`)).toBe(komga(saved[FILE]!));
  });
});

test("what was written around it meanwhile stays", async () => {
  const added = grownFiles(saved, add(await savedFleet(), wish("samba", "sol", { settings: ["folder=/data"] })));
  const edits = (text: string): string =>
    text
      .replace(/"\/home"\n/u, `"/home" # all of us\n      # the books\n      "/srv/books"\n`)
      .replace("  imports =", `  # The one in the cellar.\n  imports =`)
      .replace(/\}\n$/u, `\n  environment.etc."samba/note".text = "none"; # samba\n}\n`);
  const both = { ...added, [FILE]: edits(added[FILE]!) };
  const after = grownFiles(both, remove(await evaluatedIn(both), "samba", "sol"))[FILE]!;
  const spread = saved[FILE]!.replace(`[ "/home" ]`, `[\n      "/home"\n    ]`);
  expect(after).toBe(edits(spread));
});

test.each(["haproxy", "prometheus-exporter"])("%s goes with the figures of it", async (name) => {
  const files = withHost(
    saved[FILE]!.replace("services.restic", "services.prometheus.enable = true;\n  services.restic"),
  );
  const text = (await thereAndBack(files, await evaluatedIn(files), wish(name, "sol")))[FILE];
  expect(text).toContain("scrapeConfigs");
});

test.each<[string, string]>([
  ["nginx", "http=20292"],
  ["httpd", "http=20136"],
  ["dnsmasq", "dns=5399"],
  ["syncthing", "web=8399"],
])(
  "%s goes with the door of the port that it was given, whether anything is known to listen there",
  async (name, port) => {
    const files = withHost(
      "{\n  imports = [ ./hardware.nix ];\n\n  networking.firewall.allowedTCPPorts = [\n    22 # me\n    9999\n  ];\n}\n",
    );
    await thereAndBack(files, await evaluatedIn(files), wish(name, "sol", { ports: [port] }));
  },
);

test("an option that is called like an argument takes none", async () => {
  const after = await thereAndBack(saved, await savedFleet(), wish("home-assistant", "sol"));
  expect(after[FILE]).toContain("config.default_config = { };");
  expect(after[FILE]).not.toContain("{ config, ... }:");
});

test("an argument goes although a text, a path or a comment has its name", async () => {
  const files = withHost(
    `{\n  imports = [ ./hardware.nix ];\n  # where pkgs are\n  environment.etc.pkgs.text = "pkgs";\n  services.nginx.enable = true;\n  services.postgresql.enable = true;\n  services.postgresql.ensureDatabases = [ "mine" ];\n}\n`,
  );
  const given = wish("matrix-synapse", "sol", { settings: ["domain=example.org"] });
  const after = await thereAndBack(files, await evaluatedIn(files), given);
  expect(after[FILE]).toContain("{ pkgs, ... }:");
});

test("a list of one element that is spread out in a file of one's own style still is", async () => {
  const files = withHost(
    `{ ... }: {\n  imports = [ ./hardware.nix ];\n  services.prometheus = {\n    enable = true;\n    scrapeConfigs = [\n      { job_name = "self"; honor_labels = true; }\n    ];\n  };\n}\n`,
  );
  await thereAndBack(files, await evaluatedIn(files), wish("redis", "sol"));
});

test("a set on one line is on one again", async () => {
  const files = withHost("{\n  imports = [ ./hardware.nix ];\n  services = { nginx.enable = true; };\n}\n");
  await thereAndBack(files, await evaluatedIn(files), wish("grafana", "sol"));
});

describe("ports that a file of the service opened", () => {
  const luna: Files = {
    "flake.nix": flakeOf({ luna: "./hosts/luna" }),
    "flake.lock": lock,
    "hosts/hardware.nix": hardware,
    "hosts/luna/default.nix": `# The server.
{
  imports = [ ../hardware.nix ];
}
`,
  };
  const withMore = (files: Files, more: string): Files => ({
    ...files,
    "hosts/luna/default.nix": files["hosts/luna/default.nix"]!.replace(/\}\n$/u, `\n${more}}\n`),
  });
  const nginx = `  services.nginx = {
    enable = true;
    virtualHosts.home = { };
  };
`;

  async function withoutCaddy(more: string): Promise<{ readonly text: string; readonly notes: readonly string[] }> {
    const added = grownFiles(luna, add(await evaluatedIn(luna), wish("caddy", "luna")));
    expect(added["hosts/luna/caddy.nix"]).toContain("allowedUDPPorts = [ 443 ]");
    const both = withMore(added, more);
    const gone = remove(await evaluatedIn(both), "caddy", "luna");
    const after = grownFiles(both, gone);
    expect(after["hosts/luna/caddy.nix"]).toBeUndefined();
    return { text: after["hosts/luna/default.nix"]!, notes: gone.ok ? gone.growth.notes : problemsIn(gone) };
  }

  test("are opened where others are that need them", async () => {
    const { text, notes } = await withoutCaddy(nginx);
    expect(notes).toEqual(["TCP port 80 of luna stays open, now by hosts/luna/default.nix: Nginx listens there."]);
    expect(text).toContain(nginx);
    expect(text.replace(/\n\n  networking\.firewall\.allowedTCPPorts = \[ 80 \];/u, "")).toBe(
      withMore(luna, nginx)["hosts/luna/default.nix"],
    );
  });

  test("are not opened twice", async () => {
    const more = `${nginx}\n  networking.firewall.allowedTCPPorts = [ 80 ];\n`;
    expect(await withoutCaddy(more)).toEqual({ text: withMore(luna, more)["hosts/luna/default.nix"], notes: [] });
  });

  test("are closed where only the machine itself listens on them", async () => {
    const more = nginx.replace(
      "virtualHosts.home = { };",
      'defaultListenAddresses = [ "127.0.0.1" ];\n    virtualHosts.home = { };',
    );
    expect(await withoutCaddy(more)).toEqual({ text: withMore(luna, more)["hosts/luna/default.nix"], notes: [] });
  });

  test("are needed by a container, and by an option of the fleet's own that has the number", async () => {
    const more = `  virtualisation.oci-containers.containers.page = {
    image = "page:1";
    ports = [ "80:8080" ];
  };

  services.galene.enable = true;
  services.galene.httpPort = 443;
`;
    const { text, notes } = await withoutCaddy(more);
    expect(notes).toEqual([
      "TCP port 80 of luna stays open, now by hosts/luna/default.nix: the container 'page' listens there.",
      "TCP and UDP port 443 of luna stays open, now by hosts/luna/default.nix: services.galene.httpPort has it.",
    ]);
    expect(text.replaceAll(/\s+/gu, " ")).toContain("allowedTCPPorts = [ 80 443 ];");
  });
});

test("what somebody has put into the file of a service stays, and is told", async () => {
  const folder: Files = {
    "flake.nix": flakeOf({ sol: "./hosts/sol" }),
    "flake.lock": lock,
    "hosts/hardware.nix": hardware,
    "hosts/sol/default.nix": "{\n  imports = [ ../hardware.nix ];\n}\n",
  };
  const added = grownFiles(folder, add(await evaluatedIn(folder), wish("caddy", "sol")));
  const own = "hosts/sol/caddy.nix";
  const mine = '  # For me.\n  environment.etc."note".text = "mine";\n  environment.variables.A = "b";\n';
  const worked = { ...added, [own]: added[own]!.replace(/\}\n$/u, `\n${mine}}\n`) };
  const gone = remove(await evaluatedIn(worked), "caddy", "sol");
  expect(gone.ok ? gone.growth.notes : problemsIn(gone)).toEqual([
    "hosts/sol/caddy.nix stays: it says environment.etc.note.text and environment.variables.A as well.",
  ]);
  expect(grownFiles(worked, gone)).toEqual({ ...added, [own]: `{\n${mine}}\n` });
});

test("ports stay open for others in the list that they are in, unless another file opens them as well", async () => {
  const isOpen = "{ networking.firewall.allowedTCPPorts = [ 80 ]; }\n";
  const files = withHost(`{
  imports = [ ./hardware.nix ];
  services.prometheus.enable = true;
}
`);
  const added = grownFiles(files, add(await evaluatedIn(files), wish("caddy", "sol")));
  const nginx = "  services.nginx = {\n    enable = true;\n    virtualHosts.home = { };\n  };\n";
  const withNginx = (text: string): string =>
    text.replace(/\}\n$/u, `${nginx}}\n`).replace("./hardware.nix", "./open.nix ./hardware.nix");
  const both = { ...added, [FILE]: withNginx(added[FILE]!), "hosts/open.nix": isOpen };
  const gone = remove(await evaluatedIn(both), "caddy", "sol");
  expect(gone.ok ? gone.growth.notes : problemsIn(gone)).toEqual([]);
  expect(grownFiles(both, gone)[FILE]).toBe(withNginx(files[FILE]!));
});

test("ports that its own option opened stay open for others", async () => {
  const added = grownFiles(saved, add(await savedFleet(), wish("jellyfin", "sol")));
  expect(added[FILE]).toContain("openFirewall = true;");
  const page =
    '  virtualisation.oci-containers.containers.page = {\n    image = "a";\n    ports = [ "8096:80" ];\n  };\n';
  const both = { ...added, [FILE]: added[FILE]!.replace(/\}\n$/u, `${page}}\n`) };
  const gone = remove(await evaluatedIn(both), "jellyfin", "sol");
  expect(gone.ok ? gone.growth.notes : problemsIn(gone)).toEqual([
    "TCP port 8096 of sol stays open, now by hosts/sol.nix: the container 'page' listens there.",
  ]);
  expect(grownFiles(both, gone)[FILE]).toContain("networking.firewall.allowedTCPPorts = [ 8096 ];");
});

describe("ports that a module of the fleet's own opened", () => {
  const member = (name: string, config: string): string => `{ config, lib, ... }:
{
  options.lab.services.${name}.enable = lib.mkEnableOption "${name}";
  config = lib.mkIf config.lab.services.${name}.enable {
${config}  };
}
`;
  const lab: Files = {
    "flake.nix": flakeOf({ luna: "./hosts/luna", sol: "./hosts/sol" }),
    "flake.lock": lock,
    "modules/default.nix": "{ imports = [ ./hardware.nix ./services/names.nix ./services/web.nix ]; }\n",
    "modules/hardware.nix": hardware,
    "modules/services/names.nix": member("names", "    services.unbound.enable = true;\n"),
    "modules/services/web.nix": member(
      "web",
      "    services.nginx.enable = true;\n    networking.firewall.allowedTCPPorts = [ 80 8080 ];\n",
    ),
    "hosts/luna/default.nix": `{
  imports = [ ../../modules ];
  lab.services.web.enable = true;
  virtualisation.oci-containers.containers.page = {
    image = "page:1";
    ports = [ "8080:8080" ];
  };
}
`,
    "hosts/sol/default.nix": "{ imports = [ ../../modules ]; lab.services.web.enable = true; }\n",
  };

  test("stay open for what else is there", async () => {
    const gone = remove(await evaluatedIn(lab), "web", "luna");
    expect(gone.ok ? gone.growth.notes : problemsIn(gone)).toEqual([
      "TCP port 8080 of luna stays open, now by hosts/luna/default.nix: the container 'page' listens there.",
    ]);
    const after = grownFiles(lab, gone);
    expect(after["hosts/luna/default.nix"]).toBe(
      lab["hosts/luna/default.nix"]!.replace("  lab.services.web.enable = true;\n", "").replace(
        /\}\n$/u,
        "  networking.firewall.allowedTCPPorts = [ 8080 ];\n}\n",
      ),
    );
  });

  test("are gone with the module that was written, unless somebody has put something into it", async () => {
    const added = grownFiles(lab, add(await evaluatedIn(lab), wish("grafana", "luna")));
    const own = "modules/services/grafana.nix";
    const mine = '    environment.etc."note".text = "mine";\n';
    const worked = { ...added, [own]: added[own]!.replace(/(?<=mkIf cfg\.enable \{\n)/u, mine) };
    expect(worked[own]).toContain(mine);
    const gone = remove(await evaluatedIn(worked), "grafana", "luna");
    expect(gone.ok ? gone.growth.notes : problemsIn(gone)).toEqual([
      "modules/services/grafana.nix stays, and no host has it: it says environment.etc.note.text as well.",
    ]);
    const { "hosts/luna/default.nix": host, ...others } = grownFiles(worked, gone);
    expect(host).toBe(lab["hosts/luna/default.nix"]);
    expect(others[own]).toBe(worked[own]);
  });

  test("leave the module to a host that says something of it, turned on or not", async () => {
    const added = grownFiles(lab, add(await evaluatedIn(lab), wish("grafana", "luna")));
    const other = "hosts/sol/default.nix";
    const both = { ...added, [other]: lab[other]!.replace(/ \}\n$/u, " lab.services.grafana.port = 3333; }\n") };
    expect(both[other]).not.toBe(lab[other]);
    const after = grownFiles(both, remove(await evaluatedIn(both), "grafana", "luna"));
    expect(after).toEqual({ ...both, "hosts/luna/default.nix": lab["hosts/luna/default.nix"]! });
  });

  test.each(["mosquitto", "harmonia"])("%s comes with the secrets of a host and goes with them", async (name) => {
    const files = {
      ...lab,
      "modules/default.nix": "{ imports = [ ./hardware.nix ./services/names.nix ./services/web.nix ./sops.nix ]; }\n",
      "modules/sops.nix":
        "{ lib, ... }: { options.sops.secrets = lib.mkOption { type = lib.types.attrsOf lib.types.anything; default = { }; }; options.sops.defaultSopsFile = lib.mkOption { type = lib.types.path; }; config.sops.defaultSopsFile = ./sops.nix; }\n",
    };
    const given = wish(name, "luna", { withNeeds: true, settings: [] });
    const after = await thereAndBack(files, await evaluatedIn(files), given);
    expect(after["hosts/luna/default.nix"]).toContain("sops.secrets");
  });
});
