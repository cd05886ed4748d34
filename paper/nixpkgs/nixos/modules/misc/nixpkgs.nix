# `nixpkgs.*`, and the module argument `pkgs` that they make.
{
  lib,
  config,
  options,
  pkgs,
  ...
}:
let
  inherit (lib) mkOption mkOverride types;
  cfg = config.nixpkgs;
  opt = options.nixpkgs;

  called = f: argument: if lib.isFunction f then f argument else f;

  # Overrides of packages are functions of the package set; those of two definitions apply one after the other.
  bothOverrides =
    name: first: second:
    lib.optionalAttrs (first ? ${name}) {
      ${name} = set: called first.${name} set // called (second.${name} or { }) set;
    };

  mergedConfig =
    first': second':
    let
      first = called first' { inherit pkgs; };
      second = called second' { inherit pkgs; };
    in
    lib.recursiveUpdate first second
    // bothOverrides "packageOverrides" first second
    // bothOverrides "perlPackageOverrides" first second;

  configType = lib.mkOptionType {
    name = "nixpkgs-config";
    description = "nixpkgs config";
    check = value: builtins.isAttrs value || lib.isFunction value;
    merge = _: lib.foldr (definition: mergedConfig definition.value) { };
  };

  overlayType = lib.mkOptionType {
    name = "nixpkgs-overlay";
    description = "nixpkgs overlay";
    check = lib.isFunction;
    merge = lib.mergeOneOption;
  };

  platform = types.either types.str types.attrs;

  imported =
    if opt.hostPlatform.isDefined then
      import ../../.. (
        {
          inherit (cfg) config overlays;
        }
        // (
          if cfg.buildPlatform != cfg.hostPlatform then
            {
              localSystem = cfg.buildPlatform;
              crossSystem = cfg.hostPlatform;
            }
          else
            { localSystem = cfg.hostPlatform; }
        )
      )
    else
      import ../../.. {
        inherit (cfg)
          config
          overlays
          localSystem
          crossSystem
          ;
      };
in
{
  options.nixpkgs = {
    pkgs = mkOption {
      type = types.pkgs // {
        description = "An evaluation of Nixpkgs; the top level attribute set of packages";
      };
    };
    config = mkOption {
      type = configType;
      default = { };
    };
    overlays = mkOption {
      type = types.listOf overlayType;
      default = [ ];
    };
    hostPlatform = mkOption {
      type = platform;
      apply = lib.systems.elaborate;
    };
    buildPlatform = mkOption {
      type = platform;
      default = cfg.hostPlatform;
      apply =
        given:
        let
          elaborated = lib.systems.elaborate given;
        in
        if lib.systems.equals elaborated cfg.hostPlatform then cfg.hostPlatform else elaborated;
    };
    localSystem = mkOption {
      type = types.attrs;
      default = { inherit (cfg) system; };
      apply = lib.systems.elaborate;
    };
    crossSystem = mkOption {
      type = types.nullOr types.attrs;
      default = null;
    };
    system = mkOption {
      type = types.str;
      default =
        if opt.hostPlatform.isDefined then
          throw ''
            Neither ${opt.system} nor any other option in nixpkgs.* is meant
            to be read by modules and configurations.
            Use pkgs.stdenv.hostPlatform instead.
          ''
        else
          throw ''
            Neither ${opt.hostPlatform} nor the legacy option ${opt.system} has been set.
            You can set ${opt.hostPlatform} in hardware-configuration.nix by re-running
            a recent version of nixos-generate-config.
            The option ${opt.system} is still fully supported for NixOS 22.05 interoperability,
            but will be deprecated in the future, so we recommend to set ${opt.hostPlatform}.
          '';
    };
  };

  # An explicit priority, so that a definition of the argument elsewhere does not force this package set.
  config._module.args.pkgs = mkOverride lib.modules.defaultOverridePriority (
    if opt.pkgs.isDefined then cfg.pkgs.appendOverlays cfg.overlays else imported
  );
}
