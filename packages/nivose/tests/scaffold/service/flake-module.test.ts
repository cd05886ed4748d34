/** A service of a host whose files are modules of the flake stands in that which is the host's. */

import { expect, test } from "vitest";
import type { EvaluatedFleet, EvaluatedHost } from "../../../src/check/hosts/evaluated-fleet.ts";
import { flakeModuleFor } from "../../../src/scaffold/service/place/flake-module.ts";
import { repositoryOf } from "../../check/sources.ts";

const flake =
  "{ outputs = inputs: inputs.flake-parts.lib.mkFlake { inherit inputs; } (inputs.import-tree ./modules); }\n";
const file = "modules/hosts/nova/configuration.nix";

function placed(text: string): ReturnType<typeof flakeModuleFor> {
  const fleet = { repository: repositoryOf({ "flake.nix": flake, [file]: text }) } as EvaluatedFleet;
  return flakeModuleFor("glances", { main: file, all: [file] }, { host: { name: "nova" } } as EvaluatedHost, fleet);
}

test.each([
  ["flake.modules.nixos.nova = { pkgs, ... }: { };", "flake.modules.nixos.nova"],
  ['configurations.nixos.nova.module.networking.hostName = "nova";', "configurations.nixos.nova.module"],
  ['flake.modules.nixos."nixosConfigurations/nova".imports = [ ];', 'flake.modules.nixos."nixosConfigurations/nova"'],
  ["den.aspects.nova.includes = [ ];", "den.aspects.nova.nixos"],
])("%s", (text, option) => {
  const found = placed(`{ ${text} }\n`);
  expect(found).toMatchObject({ file: "modules/hosts/nova/glances.nix" });
  expect(typeof found === "object" && found.textOf("# It.\n{ services.glances.enable = true; }\n")).toBe(
    `# It.\n{\n  ${option} = {\n    services.glances.enable = true;\n  };\n}\n`,
  );
});

test("nothing is made up where none says what it is called", () => {
  expect(placed('{ flake.hosts.nova.system = "x86_64-linux"; }\n')).toBe("unknown");
});
