# Modules for machines, beside options of NixOS that they set.
{ nixos-hardware, lib }:
let
  inherit (nixos-hardware) nixosModules;
  option =
    default: type:
    lib.mkOption {
      inherit default;
      type = lib.types.${type};
    };
  nixos = {
    options = {
      hardware.enableRedistributableFirmware = option false "bool";
      hardware.cpu.amd.updateMicrocode = option false "bool";
      services.fstrim.enable = option false "bool";
      services.power-profiles-daemon.enable = option false "bool";
      services.tlp.enable = option false "bool";
      boot.blacklistedKernelModules = option [ ] "raw" // {
        type = lib.types.listOf lib.types.str;
      };
    };
  };
  evaluate =
    modules:
    (lib.evalModules {
      class = "nixos";
      modules = [ nixos ] ++ modules;
    }).config;
  common = evaluate [
    nixosModules.common-pc-laptop-ssd
    nixosModules.common-pc-ssd
    nixosModules.common-pc-laptop
    nixosModules.common-cpu-amd
    { hardware.enableRedistributableFirmware = true; }
  ];
  removed = name: !(builtins.tryEval nixosModules.${name}).success;
  together = lib.evalModules {
    modules = builtins.attrValues (lib.filterAttrs (name: _: !removed name) nixosModules) ++ [
      { _module.check = false; }
    ];
  };
in
{
  "removed modules" = builtins.filter removed (builtins.attrNames nixosModules);
  "how many there are at least" = builtins.length (builtins.attrNames nixosModules) > 400;
  "what they declare together" = builtins.attrNames together.options.hardware;
  "what they set" = common;
  "less important than what the host sets" =
    (evaluate [
      nixosModules.common-pc-ssd
      { services.fstrim.enable = false; }
    ]).services.fstrim.enable;
}
