let
  lib = {
    inherit (import ./modules.nix { inherit lib; }) evalModules types;
    mkOption = declaration: declaration // { _type = "option"; };
    mkEnableOption =
      name:
      lib.mkOption {
        type = lib.types.bool;
        default = false;
        example = true;
        description = "Whether to enable ${name}.";
      };
    mkIf = condition: content: {
      _type = "if";
      inherit condition content;
    };
    mkMerge = contents: {
      _type = "merge";
      inherit contents;
    };
    mkOverride = priority: content: {
      _type = "override";
      inherit priority content;
    };
    mkForce = lib.mkOverride 50;
    mkDefault = lib.mkOverride 1000;
    optional = condition: value: if condition then [ value ] else [ ];
    optionalAttrs = condition: set: if condition then set else { };
    getName = package: package.name;
    nixosSystem =
      {
        modules,
        specialArgs ? { },
      }:
      let
        system = lib.evalModules {
          inherit specialArgs;
          modules = [ ../nixos/modules.nix ] ++ modules;
        };
      in
      system // { inherit (system.config._module.args) pkgs; };
  };
in
lib
