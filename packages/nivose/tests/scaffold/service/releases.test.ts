/** What the release of a host lets be written of a service. */

import { beforeAll, describe, expect, test } from "vitest";
import { addService } from "../../../src/scaffold/service/add-service.ts";
import { type Draft, draftOf } from "../../../src/scaffold/service/draft/draft.ts";
import { type Surroundings, surroundingsOf } from "../../../src/scaffold/service/draft/surroundings.ts";
import { tellService } from "../../../src/scaffold/service/fleet/tell-service.ts";
import { wrongWish } from "../../../src/scaffold/service/wrong-wish.ts";
import type { ServiceWish } from "../../../src/scaffold/service/wish.ts";
import { catalogue } from "../../../src/services/catalogue.ts";
import type { EvaluatedFleet } from "../../../src/check/hosts/evaluated-fleet.ts";
import { plain } from "../../../src/report/style.ts";
import { evaluatedIn, filesOf } from "../../check/example-fleet.ts";

const base = filesOf("");
const filesFor = (branch: string): Readonly<Record<string, string>> => ({
  "flake.nix": `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/${branch}";
  outputs = { nixpkgs, ... }: { nixosConfigurations.luna = nixpkgs.lib.nixosSystem { modules = [ ./luna ]; }; };
}
`,
  "flake.lock": base["flake.lock"]!.replaceAll("nixos-24.11", branch),
  "luna/default.nix": `{ imports = [ ../base.nix ]; services.caddy.enable = true; }\n`,
  "base.nix": base["base.nix"]!,
});

const wish = (name: string, settings: readonly string[] = [], ports: readonly string[] = []): ServiceWish => ({
  name,
  host: "luna",
  ports,
  settings,
  withNeeds: false,
});

let fleet: EvaluatedFleet;
let newer: EvaluatedFleet;
let luna: Surroundings;

beforeAll(async () => {
  fleet = await evaluatedIn(filesFor("nixos-24.11"));
  newer = await evaluatedIn(filesFor("nixos-26.05"));
  luna = surroundingsOf(fleet.hosts[0]!, fleet.repository);
});

const drafted = (name: string, release: string | undefined, ...ports: readonly string[]) =>
  draftOf(wish(name, [], ports), catalogue[name]!, { ...luna, release });

describe("a release", () => {
  test("that is known not to have a service has none", () => {
    expect(drafted("gatus", "24.05")).toMatchObject({
      code: "service-release",
      text: "luna is of NixOS 24.05, which has no Gatus",
      hint: "it is there since 24.11",
    });
    expect(drafted("gatus", "24.11")).not.toHaveProperty("code");
    expect(drafted("gatus", undefined)).not.toHaveProperty("code");
  });

  test("that may have had it already is not said to have none", () => {
    expect(catalogue["adguardhome"]!.releases).toEqual({ known: "21.11" });
    expect(drafted("cockpit", "23.05")).not.toHaveProperty("code");
  });

  test("whose options are other ones gets none that it does not have", () => {
    expect(drafted("grafana", "22.05")).toMatchObject({
      code: "service-options-later",
      text: "luna is of NixOS 22.05, where Grafana has other options than those that would be written",
      hint: "they are there since 22.11; until then, write it into the files of the host by hand",
    });
    expect(drafted("grafana", "22.11")).not.toHaveProperty("code");
  });

  test("that has taken it out has it no more", () => {
    const gone = { ...catalogue["readarr"]!, releases: { from: "23.05", until: "25.05" } };
    expect(draftOf(wish("readarr"), gone, { ...luna, release: "25.11" })).toMatchObject({
      code: "service-release",
      hint: "it was there until 25.05",
    });
  });

  test("that cannot set a port has it where it always is", () => {
    expect(drafted("sonarr", "24.11")).toMatchObject({ own: { enable: true }, ports: [{ isFree: false }] });
    expect(drafted("sonarr", "24.11", "8990")).toMatchObject({ code: "service-port-fixed" });
    expect(drafted("sonarr", "25.05", "8990")).toMatchObject({
      own: { settings: { server: { port: { $port: "web" } } } },
    });
    expect(drafted("sonarr", undefined, "8990")).not.toHaveProperty("code");
  });

  test("gets the options without which a service of it is of no use, and an earlier one does not", () => {
    const own = (release: string | undefined): unknown => (drafted("homepage-dashboard", release) as Draft).own;
    expect(own("24.11")).not.toHaveProperty("allowedHosts");
    expect(own("25.05")).toHaveProperty("allowedHosts");
    expect(own(undefined)).toHaveProperty("allowedHosts");
  });

  test("decides which options can be set", () => {
    const told = ({ repository }: EvaluatedFleet) =>
      wrongWish(wish("sonarr", ["settings.server.port=8990"]), { own: undefined, repository })?.message;
    expect(told(fleet)).toMatchObject({ code: "service-option-unknown", hint: "NixOS has it since 25.05" });
    expect(told(newer)).toBeUndefined();
  });
});

test("a name that a later release has another one for is told where that is so", () => {
  const notes = (of: EvaluatedFleet): readonly string[] => {
    const { repository } = of;
    const added = addService(wish("dnscrypt-proxy2"), { own: undefined, repository } as never, of);
    return added.ok ? added.growth.notes : added.problems.map(({ message }) => message.text);
  };
  expect(notes(fleet)).toEqual([]);
  expect(notes(newer)).toEqual([
    "'services.dnscrypt-proxy2' is 'services.dnscrypt-proxy' since NixOS 25.11: luna is of 26.05, which understands the old name and warns of it.",
  ]);
});

test("what is known of releases is told of a service", () => {
  const told = (name: string): string =>
    tellService(name, catalogue[name]!, [], { width: 100, style: plain }).join("\n");
  expect(told("grafana")).toContain("releases   since 15.09\n             since 22.11 as it is written here");
  expect(told("nginx")).toContain("releases   17.09 has it already");
  expect(told("jellyseerr")).toContain("since 26.05, services.jellyseerr is services.seerr");
  expect(told("mcp")).not.toContain("releases");
  // all addresses may be an empty text
  expect(told("traefik")).toContain("80/tcp http (for the network)");
});
