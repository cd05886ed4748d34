/** Services that are added to hosts of several layouts, and taken away again. */

import { literalString, Node } from "@nivose/nix/syntax";
import { beforeAll, describe, expect, test } from "vitest";
import { nodesOf } from "../../../src/advice/source.ts";
import { SourceFile } from "../../../src/check/source/source-file.ts";
import type { EvaluatedFleet } from "../../../src/check/hosts/evaluated-fleet.ts";
import { addressOf } from "../../../src/check/services/address.ts";
import type { Listener } from "../../../src/check/services/listener.ts";
import { draftOf } from "../../../src/scaffold/service/draft/draft.ts";
import { surroundingsOf } from "../../../src/scaffold/service/draft/surroundings.ts";
import { misfitsOf } from "../../../src/scaffold/service/misfits.ts";
import { wrongWish } from "../../../src/scaffold/service/wrong-wish.ts";
import { updateService } from "../../../src/scaffold/service/update-service.ts";
import { catalogue } from "../../../src/services/catalogue.ts";
import type { ServiceWish } from "../../../src/scaffold/service/wish.ts";
import { repositoryOf } from "../repository-of.ts";
import { evaluatedIn } from "../../check/example-fleet.ts";
import {
  add,
  type Files,
  filesIn,
  flakeOf,
  grownFiles,
  hardware,
  lock,
  problemsIn,
  remove,
  thereAndBack,
  wish,
} from "./growing.ts";

/** A host in a folder, one in a file, and one with services already. */
const plain: Files = {
  "flake.nix": flakeOf({ luna: "./hosts/luna", sol: "./hosts/sol.nix", front: "./hosts/front.nix" }),
  "flake.lock": lock,
  "hosts/hardware.nix": hardware,
  "hosts/luna/default.nix": `# The server.
{ pkgs, ... }:
{
  imports = [ ../hardware.nix ];

  # Its name.
  networking.hostName = "luna";

  environment.systemPackages = [ pkgs.htop ];
}
`,
  "hosts/sol.nix": `{
  imports = [ ./hardware.nix ];
  networking.firewall.allowedTCPPorts = [ 8000 ];
  services = {
    adguardhome.enable = true;
    restic.backups.all = {
      repository = "/backup";
      passwordFile = "/etc/restic/password";
      paths = [ "/home" ];
    };
  };
}
`,
  "hosts/front.nix": `{
  imports = [ ./hardware.nix ];
  services.dnsdist.enable = true;
  services.haproxy = {
    enable = true;
    config = ''
      frontend http
        bind *:80
        bind *:443
    '';
  };
}
`,
};

/** Services as options of the fleet's own, and the hosts that have them in a list. */
const lab: Files = {
  "flake.nix": `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";

  outputs =
    { nixpkgs, ... }:
    let
      fleet = import ./fleet.nix;
    in
    {
      nixosConfigurations = builtins.mapAttrs (
        name: host:
        nixpkgs.lib.nixosSystem {
          specialArgs = { inherit host; };
          modules = [
            ./modules
            (./hosts + "/\${name}")
          ];
        }
      ) fleet.hosts;
    };
}
`,
  "flake.lock": lock,
  "fleet.nix": `{
  hosts = {
    luna = {
      services = [ "web" ];
    };
    sol = {
      services = [
        "names"
        "web"
      ];
    };
  };
}
`,
  "modules/default.nix": `{ host, lib, ... }:
{
  imports = [
    ./hardware.nix
    ./interfaces.nix
    ./services/names.nix
    ./services/web.nix
  ];

  lab.services = lib.genAttrs host.services (_: {
    enable = true;
  });
}
`,
  "modules/hardware.nix": hardware,
  "modules/interfaces.nix": `{ lib, ... }:
{
  options.lab = {
    backup.paths = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      description = "What is saved.";
    };
    sites = lib.mkOption {
      type = lib.types.attrsOf lib.types.port;
      default = { };
      description = "Pages.";
    };
  };
}
`,
  "modules/services/names.nix": `{ config, lib, ... }:
let
  cfg = config.lab.services.names;
in
{
  options.lab.services.names.enable = lib.mkEnableOption "names";

  config = lib.mkIf cfg.enable { services.unbound.enable = true; };
}
`,
  "modules/services/web.nix": `{ config, lib, ... }:
let
  cfg = config.lab.services.web;
in
{
  options.lab.services.web.enable = lib.mkEnableOption "pages";

  config = lib.mkIf cfg.enable {
    services.nginx.enable = true;
  };
}
`,
  "hosts/luna/default.nix": `{
  networking.hostName = "luna";
}
`,
  "hosts/sol/default.nix": `{
  networking.hostName = "sol";
}
`,
};

const isLuna = (host: string): boolean => host === "luna";

function lockWith(input: string, owner: string): string {
  const known = JSON.parse(lock) as { nodes: Record<string, { inputs?: object; locked?: object; original?: object }> };
  const locked = { ...known.nodes["nixpkgs"]!.locked, owner, repo: input };
  const nodes = {
    ...known.nodes,
    [input]: { locked, original: { owner, repo: input, type: "github" } },
    root: { inputs: { nixpkgs: "nixpkgs", [input]: input } },
  };
  return JSON.stringify({ ...known, nodes });
}

function repositoryOfLock(text: string) {
  return repositoryOf([
    { path: "flake.nix", text: plain["flake.nix"]! },
    { path: "flake.lock", text },
  ]);
}

/** All that is written out without anything computed in it. */
function literalsIn(nix: string): (string | undefined)[] {
  const { tree } = new SourceFile("module.nix", Buffer.from(nix));
  const all = [Node.String, Node.IndentedString].flatMap((kind) => nodesOf(tree, kind));
  return all.map((ref) => literalString(tree, ref));
}

describe("a service of a host's own files", () => {
  let fleet: EvaluatedFleet;
  beforeAll(async () => {
    fleet = await evaluatedIn(plain);
  });

  test("is a file beside the others of its folder", async () => {
    expect(await thereAndBack(plain, fleet, wish("redis", "luna"))).toMatchSnapshot();
  });

  test("is among the settings of a host that has one file, and its state in the backup", async () => {
    expect(await thereAndBack(plain, fleet, wish("grafana", "sol", { ports: ["3001"] }))).toMatchSnapshot();
  });

  test("brings along what it needs, if that is wanted", () => {
    expect(problemsIn(add(fleet, wish("omada", "sol")))).toEqual([
      "Omada needs a container runtime on sol; 'nivose add service podman --on sol' adds one, and '--with-needs' does so along with it",
    ]);
    const files = filesIn(add(fleet, wish("omada", "sol", { withNeeds: true })));
    expect(files["hosts/sol.nix"]).toContain("virtualisation.podman = {");
    expect(files["hosts/sol.nix"]).toMatch(/^\{ config, \.\.\. \}:\n/u);
  });

  test("is needed as long as what needs it is there, and then only told of", async () => {
    const both = grownFiles(plain, add(fleet, wish("omada", "luna", { withNeeds: true })));
    const there = await evaluatedIn(both, isLuna);
    expect(problemsIn(remove(there, "podman", "luna"))).toEqual([
      "omada on luna cannot do without Podman; 'nivose remove service omada --on luna' comes first",
    ]);
    const gone = remove(there, "omada", "luna");
    expect(gone.ok ? gone.growth.notes : []).toEqual([
      "Podman stays on luna, and no other service there that is known needs it: 'nivose remove service podman --on luna' takes it away as well.",
    ]);
    const podman = grownFiles(both, gone);
    expect(grownFiles(podman, remove(await evaluatedIn(podman, isLuna), "podman", "luna"))).toEqual(plain);
  });

  test("does not take a port that another one has", () => {
    expect(problemsIn(add(fleet, wish("grafana", "sol")))).toEqual([
      "Grafana listens on TCP port 3000, which AdGuard Home has on sol; 'nivose add service grafana --on sol --port 3001' gives it a free one",
    ]);
    const ports = [3000, 53].map((number) => ({ number, title: number === 53 ? "Unbound" : "Grafana" }));
    const host = fleet.hosts.find((each) => each.host.name === "luna");
    const around = surroundingsOf(host!, fleet.repository);
    const listeners = ports.map(({ number, title }): Listener => ({
      unit: title,
      title,
      service: title.toLowerCase(),
      port: number,
      protocol: "tcp",
      address: addressOf("*"),
      host: undefined,
      options: [],
      isForOthers: false,
    }));
    const refused = draftOf(wish("adguardhome", "luna"), catalogue["adguardhome"]!, { ...around, listeners });
    expect("code" in refused ? `${refused.text}; ${refused.hint}` : "").toMatch(
      /which Grafana and Unbound have on luna; .* puts AdGuard Home behind Unbound, which stays in front; to have it in front, move Unbound to a port of its own first$/u,
    );
    expect(problemsIn(add(fleet, wish("unbound", "front")))[0]).toContain(
      "--port 5301' puts Unbound behind dnsdist, which stays in front",
    );
    expect(problemsIn(add(fleet, wish("caddy", "front")))[0]).toContain(
      "--port http=8081 --port https=8444' puts Caddy behind HAProxy",
    );
  });

  test("goes with all that was written for it where others have its ports by now, and what they need stays", async () => {
    const web = `{
  imports = [ ./hardware.nix ];
  services.prometheus.enable = true;
}
`;
    const sites = `  services.nginx = {
    enable = true;
    virtualHosts.home = { };
  };
`;
    const withNginx = (text: string): string =>
      text.replace("  services.prometheus.", `${sites}  services.prometheus.`);
    const given = { ...plain, "hosts/sol.nix": web };
    const isSol = (host: string): boolean => host === "sol";
    const added = grownFiles(given, add(await evaluatedIn(given, isSol), wish("caddy", "sol")));
    expect(added["hosts/sol.nix"]).toContain("allowedUDPPorts = [ 443 ]");
    const both = { ...added, "hosts/sol.nix": withNginx(added["hosts/sol.nix"]!) };
    const gone = remove(await evaluatedIn(both, isSol), "caddy", "sol");
    expect(gone.ok ? gone.growth.notes : problemsIn(gone)).toEqual([
      "TCP port 80 of sol stays open: Nginx listens there.",
    ]);
    const after = grownFiles(both, gone)["hosts/sol.nix"]!;
    expect(after.replace(/ *networking\.firewall = \{\s*allowedTCPPorts = \[ 80 \];\s*\};\n/u, "")).toBe(
      withNginx(web),
    );
  });

  test("keeps what was said in what it proposes", () => {
    const given = wish("forgejo", "sol", {
      settings: ["domain=git.example.org", "settings.DEFAULT.APP_NAME=Our code"],
    });
    expect(problemsIn(add(fleet, given))[0]).toContain(
      "nivose add service forgejo --on sol --port 3001 --set domain=git.example.org --set 'settings.DEFAULT.APP_NAME=Our code'",
    );
    expect(problemsIn(add(fleet, wish("restic", "luna")))[0]).toContain("/srv/restic/luna");
    expect(problemsIn(add(fleet, wish("restic", "front")))[0]).toContain("/srv/restic/front");
  });

  test("is not overwritten where it runs already", async () => {
    const given = wish("gitea", "luna", {
      ports: ["3100"],
      settings: ["domain=git.home.arpa", "settings.log.LEVEL=Warn"],
    });
    const again = await evaluatedIn(grownFiles(plain, add(fleet, given)));
    expect(add(again, given)).toMatchObject({ ok: true, growth: { files: new Map() } });
    expect(add(again, wish("gitea", "luna"))).toMatchObject({ ok: true, growth: { files: new Map() } });
    const told = (more: Partial<ServiceWish>): unknown => {
      const grown = add(again, wish("gitea", "luna", more));
      return grown.ok ? undefined : [problemsIn(grown)[0], grown.problems[0]?.file];
    };
    expect(told({ ports: ["3200"] })).toEqual([
      "Gitea runs on luna already, and its services.gitea.settings.server.HTTP_PORT differs; change it here, to 3200",
      "hosts/luna/gitea.nix",
    ]);
    expect(told({ settings: ["domain=code.home.arpa"] })).toEqual([
      'Gitea runs on luna already, and its services.gitea.settings.server.DOMAIN differs; change it here, to "code.home.arpa"',
      "hosts/luna/gitea.nix",
    ]);
    expect(told({ settings: ["appName=Ours"] })).toEqual([
      "Gitea runs on luna already, and its services.gitea.appName differs; beside this, say 'services.gitea.appName = \"Ours\";'",
      "hosts/luna/gitea.nix",
    ]);
  });

  test("is told the option that says a port in a list, where it runs already", async () => {
    const given = {
      ...plain,
      "hosts/front.nix": "{ imports = [ ./hardware.nix ]; services.openssh.enable = true; }\n",
    };
    const there = await evaluatedIn(given, (host) => host === "front");
    expect(problemsIn(add(there, wish("openssh", "front", { ports: ["2222"] })))).toEqual([
      "the SSH server runs on front already, and its services.openssh.ports differs; beside this, say 'services.openssh.ports = [ 2222 ];'",
    ]);
    // what is new has its inner lines behind its first one, however the rest of the file is written
    const samba = add(there, wish("samba", "front"));
    expect(filesIn(samba)["hosts/front.nix"]).toContain("\n  settings = {\n    global = {\n");
  });

  test("has its figures read, or it is told that nobody does", async () => {
    const watched = (text: string): Files => ({ ...plain, "hosts/sol.nix": text });
    const isSol = (host: string): boolean => host === "sol";
    const own = watched(plain["hosts/sol.nix"]!.replace("adguardhome.enable", "unbound.enable"));
    const there = await evaluatedIn(own, isSol);
    const grown = add(there, wish("prometheus", "sol"));
    expect(grown.ok ? grown.growth.notes.join(" ") : problemsIn(grown)).toContain(
      'services.prometheus.exporters.unbound.unbound.host = "unix:///run/unbound/unbound.ctl"; services.prometheus.scrapeConfigs = [ { job_name = "unbound"; static_configs = [ { targets = [ "127.0.0.1:9167" ]; } ]; } ];',
    );
    const alone = add(there, wish("node-exporter", "sol"));
    expect(alone.ok ? alone.growth.notes.join(" ") : problemsIn(alone)).toContain('targets = [ "sol:9100" ];');
    const shared = add(there, wish("samba", "sol", { settings: ["folder=/data"] }));
    expect(filesIn(shared)["hosts/sol.nix"]).toMatch(/"\/var\/lib\/samba"\s+"\/data"/u);
  });

  test("that is misspelt, or whose host or port is, is told of before any host is evaluated", () => {
    const { repository } = fleet;
    const told = (given: ServiceWish): string | undefined =>
      wrongWish(given, { own: undefined, repository })?.message.text;
    expect(told(wish("grafanna", "luna"))).toContain("there is no service 'grafanna'");
    expect(told(wish("grafana", "luna", { ports: ["0"] }))).toBe("'0' is no port");
    expect(told(wish("grafana", "luna", { settings: ["dataDirr=/x"] }))).toContain("dataDirr");
    expect(told(wish("grafana", "luna", { ports: ["3001"] }))).toBeUndefined();
  });

  test("is not opened to others where it lets in everybody", () => {
    const grown = add(fleet, wish("prometheus", "luna"));
    expect(JSON.stringify(filesIn(grown))).not.toContain("allowedTCPPorts");
    expect(grown.ok && grown.growth.notes).toEqual([
      "Port 9090 of Prometheus is open to this machine alone: with a proxy in front of it others reach its page, and 'networking.firewall.allowedTCPPorts = [ 9090 ];' would let in everybody.",
    ]);
    expect(JSON.stringify(filesIn(add(fleet, wish("jellyfin", "luna"))))).toMatch(/openFirewall|8096/u);
  });

  test("is refused where it makes no sense", () => {
    const texts = [
      wish("grafanna", "sol"),
      wish("grafana", "sool"),
      wish("grafana", "luna", { ports: ["grpc=1"] }),
      wish("grafana", "luna", { ports: ["0"] }),
      wish("grafana", "luna", { settings: ["nothing"] }),
      wish("borgbackup", "luna"),
      wish("unifi", "luna", { ports: ["web=9443"] }),
    ].map((each) => problemsIn(add(fleet, each))[0]);
    expect(texts).toMatchSnapshot();
  });

  test("takes options that the service has, with values of their types", () => {
    const told = (name: string, ...settings: readonly string[]): string | undefined =>
      problemsIn(add(fleet, wish(name, "luna", { settings })))[0];
    expect(told("grafana", "nosuch=1")).toContain(
      "there is no option 'services.grafana.nosuch'; what the program itself",
    );
    expect(told("grafana", "dataDirr=/x")).toBe(
      "there is no option 'services.grafana.dataDirr'; did you mean 'dataDir'?",
    );
    const newer = repositoryOfLock(lock.replaceAll("nixos-24.11", "nixos-26.05"));
    const ofNewer = (option: string): string | undefined =>
      wrongWish(wish("gitea", "luna", { settings: [option] }), { own: undefined, repository: newer })?.message.hint;
    expect(ofNewer("database.typ=x")).toBe("did you mean 'database.type'?");
    expect(ofNewer("database.brand=x")).toContain("the options of 24.11 are known here");
    const brand = wish("gitea", "luna", { settings: ["database.brand=x"] });
    expect(wrongWish(brand, { own: undefined, repository: newer })?.message.text).toBe(
      "'services.gitea.database.brand' is none of the options of 24.11, the release that is known here",
    );
    expect(ofNewer("lfs.enable=true")).toBeUndefined();
    expect(told("grafana", "settings.server.http_port=high")).toContain("is no port");
    expect(told("gitea", "domain=a", "database.typ=x")).toContain("did you mean 'database.type'?");
    expect(told("gitea", "domain=a", "database.type=oracle")).toContain("one of");
    expect(told("restic", "repository=/x", "paths=/home")).toContain("'paths' takes another value than '/home': list");
  });

  test.each([
    "${builtins.currentSystem}",
    'a" + builtins.readFile /etc/passwd + "',
    "two\nlines\n",
    "''${x}'' \\ $${y} $",
    '{"$nix":"builtins.currentSystem"}',
    "12",
  ])("writes the text %j as it is", (text) => {
    const given = wish("gitea", "luna", { settings: [`domain=${text}`, `appName=${text}`] });
    const file = filesIn(add(fleet, given))["hosts/luna/gitea.nix"]!;
    const texts = literalsIn(file);
    expect(texts.filter((each) => each === text)).toHaveLength(2);
  });

  test("leaves addresses of the machine itself alone where it takes those of its interfaces", () => {
    const around = surroundingsOf(
      fleet.hosts.find(({ host }) => host.name === "luna")!,
      fleet.repository,
    );
    const stub = (host: string): Listener => ({
      unit: "stub",
      title: "the stub",
      port: 53,
      protocol: "udp",
      address: addressOf(host),
      host,
      options: [],
      isForOthers: false,
    });
    const drafted = (name: string, host: string) =>
      draftOf(wish(name, "luna"), catalogue[name]!, { ...around, listeners: [stub(host)] });
    expect(drafted("bind", "127.0.0.53")).not.toHaveProperty("code");
    expect(drafted("bind", "127.0.0.1")).toHaveProperty("code", "service-port-taken");
    expect(drafted("unbound", "192.168.1.1")).toHaveProperty("code", "service-port-taken");
  });

  test("is refused by a host of an older release, and by one that is no NixOS", async () => {
    const around = surroundingsOf(
      fleet.hosts.find(({ host }) => host.name === "luna")!,
      fleet.repository,
    );
    const newer = { ...catalogue["redis"]!, releases: { from: "25.05" } };
    expect(draftOf(wish("redis", "luna"), newer, around)).toMatchObject({
      code: "service-release",
      text: "luna is of NixOS 24.11, which has no Redis",
      hint: "it is there since 25.05",
    });
    expect(draftOf(wish("redis", "luna"), { ...newer, releases: { from: "23.05" } }, around)).not.toHaveProperty(
      "code",
    );
    const mac = await evaluatedIn({
      "flake.nix": `{
  inputs.nix-darwin.url = "github:nix-darwin/nix-darwin/nix-darwin-24.11";
  outputs = { nix-darwin, ... }: { darwinConfigurations.mac = nix-darwin.lib.darwinSystem { modules = [ ./mac.nix ]; }; };
}
`,
      "flake.lock": lockWith("nix-darwin", "nix-darwin"),
      "mac.nix": `{ nixpkgs.hostPlatform = "aarch64-darwin"; system.stateVersion = 5; }\n`,
    });
    expect(problemsIn(add(mac, wish("redis", "mac")))).toEqual([
      "redis cannot run on mac: it is a host of nix-darwin; name a NixOS host with '--on HOST'",
    ]);
  });

  test("is written anew with what its owner has changed in it", async () => {
    const given = wish("redis", "luna");
    const after = grownFiles(plain, add(fleet, given));
    const own = after["hosts/luna/redis.nix"]!.replace(
      "enable = true;",
      "enable = true;\n    # ours\n    maxclients = 99;",
    );
    const again = await evaluatedIn({ ...after, "hosts/luna/redis.nix": own });
    const { repository } = again;
    const redis = catalogue["redis"]!;
    const newer = {
      ...redis,
      version: 2,
      earlier: { 1: { enable: redis.enable } },
      enable: { ...redis.enable, openFirewall: false },
    };
    const files = filesIn(updateService(given, { repository }, again, newer));
    expect(files["hosts/luna/redis.nix"]).toContain("version 2.");
    expect(files["hosts/luna/redis.nix"]).toContain("# ours\n    maxclients = 99;");
    expect(files["hosts/luna/redis.nix"]).toContain("openFirewall = false;");
    expect(filesIn(updateService(given, { repository }, again))).toEqual({});
  });

  test("is written anew among the bindings of a host's file, and nothing else there is touched", async () => {
    const given = wish("redis", "sol");
    const after = grownFiles(plain, add(fleet, given));
    const file = "hosts/sol.nix";
    expect(after[file]).toContain("redis, version 1.");
    const redis = catalogue["redis"]!;
    const newer = {
      ...redis,
      version: 2,
      earlier: { 1: { enable: redis.enable } },
      enable: { ...redis.enable, bind: "127.0.0.2", openFirewall: false },
    };
    const again = await evaluatedIn(after, (host) => host === "sol");
    const changed = after[file]!.replace(/ bind = "[^"]*";/u, ' bind = "127.0.0.2";').replace(
      "version 1.",
      "version 2.",
    );
    const updated = filesIn(updateService(given, { repository: again.repository }, again, newer))[file]!;
    expect(updated.replace(/ *openFirewall = false;\n/u, "")).toBe(changed);
    expect(updated).toContain("openFirewall = false;");
    const own = { ...after, [file]: after[file]!.replace(/ bind = "[^"]*";/u, ' bind = "10.0.0.1";') };
    const theirs = await evaluatedIn(own, (host) => host === "sol");
    expect(problemsIn(updateService(given, { repository: theirs.repository }, theirs, newer))[0]).toContain(
      "the new way to write Redis does not fit what is here: services.redis.servers.main.bind",
    );
  });

  test("is not updated where it does not run, nor where it was not written from the catalogue", () => {
    const { repository } = fleet;
    const told = (name: string, host: string): string[] =>
      problemsIn(updateService({ name, host }, { repository }, fleet));
    expect(told("redis", "luna")).toEqual(["Redis does not run on luna; 'nivose add service redis --on luna' adds it"]);
    expect(told("adguardhome", "sol")[0]).toContain("AdGuard Home on sol has no comment that says from which version");
  });

  test("is not removed where it does not run, nor where others need it", () => {
    expect(filesIn(remove(fleet, "grafana", "luna"))).toEqual({});
  });
});

describe("a service that has a secret", () => {
  const withSecrets = (input: string, owner: string, module: string): Files => ({
    ...plain,
    "flake.nix": plain["flake.nix"]!.replace(
      "  outputs =\n    { nixpkgs",
      `  inputs.${input}.url = "github:${owner}/${input}";\n\n  outputs =\n    { ${input}, nixpkgs`,
    ).replace("./hosts/luna ]", `./hosts/luna ${input}.nixosModules.${module} ]`),
    "flake.lock": lockWith(input, owner),
  });

  test("gets the path of the one that sops-nix puts there", async () => {
    const files = {
      ...withSecrets("sops-nix", "Mic92", "sops"),
      "hosts/luna/secrets.yaml": "wifi: ENC[AES256_GCM]\nsops: {}\n",
      "hosts/luna/default.nix": plain["hosts/luna/default.nix"]!.replace(
        "  networking.hostName",
        "  sops.secrets.wifi.sopsFile = ./secrets.yaml;\n  networking.hostName",
      ),
    };
    const fleet = await evaluatedIn(files, isLuna);
    const grown = add(fleet, wish("miniflux", "luna"));
    expect({ files: filesIn(grown), notes: grown.ok ? grown.growth.notes : [] }).toMatchSnapshot();
    expect(misfitsOf(await evaluatedIn(grownFiles(files, grown), isLuna), "luna")).toEqual([]);
  });

  test("gets the path of the one that agenix puts there, once there is a file of it", async () => {
    const files = {
      ...withSecrets("agenix", "ryantm", "default"),
      "secrets/wifi.age": "age-encryption.org/v1\n",
      "hosts/luna/default.nix": plain["hosts/luna/default.nix"]!.replace(
        "  networking.hostName",
        "  age.secrets.wifi.file = ../../secrets/wifi.age;\n  networking.hostName",
      ),
    };
    expect(problemsIn(add(await evaluatedIn(files, isLuna), wish("miniflux", "luna")))).toEqual([
      "miniflux takes a secret from secrets/miniflux-admin.age, which is not there: the first account, as lines ADMIN_USERNAME=…, ADMIN_PASSWORD=…; " +
        "add it to the rules of agenix, write it with 'agenix -e secrets/miniflux-admin.age', and run this again",
    ]);
    const more = { ...files, "secrets/miniflux-admin.age": "age-encryption.org/v1\n" };
    const grown = add(await evaluatedIn(more, isLuna), wish("miniflux", "luna"));
    expect(filesIn(grown)).toMatchSnapshot();
    expect(misfitsOf(await evaluatedIn(grownFiles(more, grown), isLuna), "luna")).toEqual([]);
  });
});

describe("a service of the fleet's own options", () => {
  let fleet: EvaluatedFleet;
  beforeAll(async () => {
    fleet = await evaluatedIn(lab);
  });

  test("is a module of their kind, taken in as they are, and a name in the host's list", async () => {
    expect(
      await thereAndBack(lab, fleet, wish("gitea", "luna", { ports: ["3100"], settings: ["domain=git.home.arpa"] })),
    ).toMatchSnapshot();
  });

  test("is not overwritten where it runs already", async () => {
    const given = wish("gitea", "luna", { ports: ["3100"], settings: ["domain=git.home.arpa"] });
    const again = await evaluatedIn(grownFiles(lab, add(fleet, given)));
    const told = (more: Partial<ServiceWish>): string | undefined =>
      problemsIn(add(again, wish("gitea", "luna", more)))[0];
    expect(told({ ports: ["3100"] })).toBeUndefined();
    expect(told({ ports: ["3200"] })).toContain("lab.services.gitea.port differs; change it here, to 3200");
    expect(told({ settings: ["domainn=x"] })).toContain("did you mean 'domain'?");
    const { repository } = again;
    const wrong = (more: Partial<ServiceWish>): string | undefined =>
      wrongWish(wish("gitea", "luna", more), { own: undefined, repository })?.message.text;
    expect(wrong({ ports: ["99999"] })).toBe("'99999' is no port");
    expect(wrong({ ports: ["3100"] })).toBeUndefined();
  });

  test.each([
    ["samba", "folder=/data/share", "cfg.folder"],
    ["grafana", "dataDir=/data/grafana", "config.services.grafana.dataDir"],
    ["calibre-web", "dataDir=books", '"/var/lib/${config.services.calibre-web.dataDir}"'],
  ])("has the folder of %s saved as each host says it: %s", (name, setting, folder) => {
    const files = filesIn(add(fleet, wish(name, "luna", { settings: [setting] })));
    expect(files[`modules/services/${name}.nix`]).toMatch(/backup\.paths = \[[^\]]*\]/u);
    expect(files[`modules/services/${name}.nix`]).toContain(` ${folder}`);
  });

  test("is only turned on where the fleet has its module", async () => {
    const files = await thereAndBack(lab, fleet, wish("names", "luna"));
    expect(Object.keys(files)).toEqual(["fleet.nix"]);
  });
});
