# The system as a virtual machine of `nixos-rebuild build-vm`.
{
  lib,
  config,
  extendModules,
  ...
}:
let
  machine = extendModules { modules = [ ./qemu-vm.nix ]; };

  withBootLoader = machine.extendModules {
    modules = [
      (
        { config, ... }:
        {
          virtualisation = {
            useBootLoader = true;
            useEFIBoot = config.boot.loader.systemd-boot.enable || config.boot.loader.efi.canTouchEfiVariables;
          };
        }
      )
    ];
  };

  variant =
    { type, ... }:
    lib.mkOption {
      inherit type;
      default = { };
      visible = "shallow";
    };
in
{
  options.virtualisation = {
    vmVariant = variant machine;
    vmVariantWithBootLoader = variant withBootLoader;
  };

  config.system.build = {
    vm = lib.mkDefault config.virtualisation.vmVariant.system.build.vm;
    vmWithBootLoader = lib.mkDefault config.virtualisation.vmVariantWithBootLoader.system.build.vm;
  };
}
