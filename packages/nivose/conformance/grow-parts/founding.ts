/** The founding fleets as `init` writes them for the release of the folders that are to be their inputs. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Copy } from "./copy.ts";

export function writeFounding(copy: Copy, preset: string, release: string): void {
  const { status, stderr } = copy.nivose("init", preset, copy.folder, "--release", release, "--yes");
  if (status !== 0) throw new Error(stderr);
  if (preset === "package") giveHost(copy.folder, release);
}

/** A package has no hosts. This one takes its module, as somebody who tries it would write it. */
function giveHost(folder: string, release: string): void {
  const file = path.join(folder, "flake.nix");
  const text = readFileSync(file, "utf8");
  const start = "      packages = forEachSystem";
  if (!text.includes(start)) throw new Error(`${file} is not as it was expected`);
  const host = `      nixosConfigurations.tester = lib.nixosSystem {
        modules = [
          self.nixosModules.default
          ./hosts/tester
        ];
      };

`;
  writeFileSync(file, text.replace(start, `${host}${start}`));
  mkdirSync(path.join(folder, "hosts/tester"), { recursive: true });
  writeFileSync(
    path.join(folder, "hosts/tester/default.nix"),
    `# To try the module on.
{
  imports = [ ../../examples/nixos.nix ];

  networking.hostName = "tester";
  nixpkgs.hostPlatform = "x86_64-linux";
  boot.loader.systemd-boot.enable = true;
  fileSystems."/".device = "/dev/disk/by-label/root";
  system.stateVersion = "${release}";

  users.users.kim = {
    isNormalUser = true;
    description = "Kim";
  };
}
`,
  );
}
