# Each module, switched on alone on a station that has nothing else, makes a system.
{
  lib,
  pkgs,
  module,
}:
let
  stationWith =
    options:
    lib.nixosSystem {
      modules = [
        module
        options
        {
          nixpkgs = { inherit pkgs; };
          networking.hostName = "probe";
          boot.loader.grub.enable = false;
          fileSystems."/" = {
            device = "none";
            fsType = "tmpfs";
          };
          system.stateVersion = lib.trivial.release;
        }
      ];
    };

  evaluated =
    name: options:
    let
      system = (stationWith { @namespace@ = options; }).config.system.build.toplevel;
    in
    # Only that it evaluates is asked for, so the system itself is not built.
    pkgs.runCommand "module-${name}" {
      system = builtins.unsafeDiscardStringContext system.drvPath;
    } ''echo "$system" > "$out"'';
in
lib.mapAttrs' (name: options: lib.nameValuePair "module-${name}" (evaluated name options)) {
  nothing = { };
  base-system.base.enable = true;
  networking.networking.enable = true;
  intel-base.intel.enable = true;
  power-management.power.enable = true;
  server.server.enable = true;
  development.development.enable = true;
  media.media.enable = true;
}
