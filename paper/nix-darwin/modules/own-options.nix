# Options whose type or value is made by functions of nix-darwin, by name. Each is made of what the data declare.
{
  config,
  lib,
  options,
  pkgs,
}:
let
  inherit (lib) types;
  nixpkgs = import ./nix/nixpkgs-types.nix { inherit lib pkgs; };
  cfg = config.nixpkgs;

  typed = type: made: made // { inherit type; };
  required = made: removeAttrs made [ "default" ];
  otherwise = default: made: made // { inherit default; };
  # A list of things of which most have a name only.
  named =
    made:
    made
    // {
      type = types.listOf (
        types.coercedTo types.str (name: { inherit name; }) made.type.nestedTypes.elemType.nestedTypes.finalType
      );
    };
  elaborated = made: made // { apply = lib.systems.elaborate; };
in
{
  "nixpkgs.config" = typed nixpkgs.config;
  "nixpkgs.overlays" = typed (types.listOf nixpkgs.overlay);
  "nixpkgs.hostPlatform" = made: elaborated (required made);
  "nixpkgs.buildPlatform" = made: elaborated (otherwise cfg.hostPlatform made);
  "nixpkgs.pkgs" = required;
  "nixpkgs.source" = required;
  "nixpkgs.constructedByUs" = required;
  "nixpkgs.system" = otherwise (
    if options.nixpkgs.hostPlatform.isDefined then
      throw ''
        Neither ${options.nixpkgs.system} nor any other option in nixpkgs.* is meant
        to be read by modules and configurations.
        Use pkgs.stdenv.hostPlatform instead.
      ''
    else
      throw ''
        Neither ${options.nixpkgs.hostPlatform} nor the legacy option ${options.nixpkgs.system} has been set.
        The option ${options.nixpkgs.system} is still fully supported for interoperability,
        but will be deprecated in the future, so we recommend to set ${options.nixpkgs.hostPlatform}.
      ''
  );

  "homebrew.brews" = named;
  "homebrew.casks" = named;
  "homebrew.taps" = named;

  "ids.gids" = required;
  "ids.uids" = required;
  "system.path" = required;
  "system.darwinLabel" = required;
  "system.darwinRevision" = otherwise null;
  "system.darwinVersionSuffix" = otherwise "";
  "system.darwinVersion" = otherwise (
    config.system.darwinRelease + config.system.darwinVersionSuffix
  );
  "system.nixpkgsRelease" = otherwise lib.trivial.release;
  "system.stateVersion" =
    made:
    {
      inherit (made) declared;
    }
    // lib.mkOption {
      type = types.ints.between 1 config.system.maxStateVersion;
      default = config.system.maxStateVersion;
    };
}
