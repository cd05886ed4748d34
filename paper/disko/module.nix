{
  config,
  diskoLib,
  extendModules,
  lib,
  pkgs,
  ...
}:
let
  inherit (lib) types;
  inherit (diskoLib) option;
  cfg = config.disko;

  vmVariant = extendModules { modules = [ config.disko.tests.extraConfig ]; };
in
{
  options.disko = {
    devices = option diskoLib.toplevel { };
    memSize = option types.int 1024;
    rootMountPoint = option types.str "/mnt";
    enableConfig = option types.bool true;
    checkScripts = option types.bool false;
    testMode = option types.bool false // {
      internal = true;
    };

    tests = {
      bootCommands = option types.lines "";
      efi = option types.bool (
        config.boot.loader.systemd-boot.enable || config.boot.loader.grub.efiSupport
      );
      enableOCR = option types.bool false;
      extraChecks = option types.lines "";
      extraConfig = lib.mkOption { default = { }; };
    };

    imageBuilder = {
      enableBinfmt = option types.bool false;
      qemu = option (types.nullOr types.str) null;
      pkgs = option types.attrs pkgs;
      kernelPackages = option types.attrs config.boot.kernelPackages;
      extraRootModules = option (types.listOf types.str) [ ];
      extraPostVM = option types.lines ":";
      extraDependencies = option (types.listOf types.package) [ ];
      name = option types.str "${config.networking.hostName}-disko-images";
      copyNixStore = option types.bool true;
      copyNixStoreThreads = option (types.either types.ints.positive (types.enum [ "auto" ])) "auto";
      extraConfig = lib.mkOption { default = { }; };
      imageFormat = option (types.enum [
        "raw"
        "qcow2"
      ]) "raw";
    };
  };

  options.virtualisation.vmVariantWithDisko = option vmVariant.type { } // {
    visible = "shallow";
  };

  config = {
    _module.args = {
      imagePkgs = pkgs;
      diskoLib = import ./lib {
        inherit lib;
        inherit (cfg) rootMountPoint;
      };
    };

    system.build = import ./scripts.nix { inherit cfg lib pkgs; };

    # The names are said here, because which options are defined must not depend on their values.
    fileSystems = lib.mkIf cfg.enableConfig (cfg.devices._config.fileSystems or { });
    boot = lib.mkIf cfg.enableConfig (cfg.devices._config.boot or { });
    swapDevices = lib.mkIf cfg.enableConfig (cfg.devices._config.swapDevices or [ ]);
  };
}
