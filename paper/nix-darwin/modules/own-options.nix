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
  # A list of things of which most have a name only, and each of which is a line of the Brewfile.
  brewfile = import ./brewfile.nix { inherit lib; };
  named =
    line: made:
    let
      thing = made.type.nestedTypes.elemType.nestedTypes.finalType;
      written = thing.substSubModules (
        thing.getSubModules ++ [ ({ config, ... }: { brewfileLine = line config; }) ]
      );
    in
    made
    // {
      type = types.listOf (types.coercedTo types.str (name: { inherit name; }) written);
    };
  # Nothing of Nix is known where nix-darwin leaves it alone.
  managed =
    name: default:
    otherwise (
      if config.nix.enable then
        default
      else
        throw ''
          ${name}: accessed when `nix.enable` is off; this is a bug in
          nix-darwin or a third‐party module
        ''
    );
  managedOptions = builtins.mapAttrs managed {
    "nix.buildMachines" = [ ];
    "nix.checkConfig" = true;
    "nix.daemonIOLowPriority" = false;
    "nix.daemonProcessType" = "Standard";
    "nix.distributedBuilds" = false;
    "nix.envVars" = { };
    "nix.extraOptions" = "";
    "nix.nrBuildUsers" = 0;
    "nix.package" = pkgs.nix;
    "nix.registry" = { };
    "nix.settings" = { };
  };

  applied = apply: made: made // { inherit apply; };
  # What is in the menu bar, as macOS numbers it.
  shown = applied (
    value:
    if value == null then
      null
    else if value then
      18
    else
      24
  );
  tiles = tile: applied (value: if builtins.isList value then map tile value else value);

  elaborated = made: made // { apply = lib.systems.elaborate; };
in
managedOptions
// {
  "nix.nixPath" =
    made:
    managed "nix.nixPath" (lib.optionals config.nix.channel.enable [
      { darwin-config = "${config.environment.darwinConfig}"; }
      "/nix/var/nix/profiles/per-user/root/channels"
    ]) (typed (import ./nix/nix-path.nix { inherit lib; }) made);
  "nixpkgs.config" = typed nixpkgs.config;
  "nixpkgs.overlays" = typed (types.listOf nixpkgs.overlay);
  "nixpkgs.hostPlatform" = made: elaborated (required made);
  "nixpkgs.buildPlatform" = made: elaborated (otherwise cfg.hostPlatform made);
  "nixpkgs.pkgs" = required;
  "nixpkgs.source" = required;
  "nixpkgs.flake.source" = otherwise null;
  "nixpkgs.flake.setNixPath" = otherwise (config.nix.enable && cfg.flake.source != null);
  "nixpkgs.flake.setFlakeRegistry" = otherwise (config.nix.enable && cfg.flake.source != null);
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

  "homebrew.brews" = named brewfile.brew;
  "homebrew.brews.*.brewfileLine" = required;
  "homebrew.casks" = named brewfile.cask;
  "homebrew.casks.*.brewfileLine" = required;
  "homebrew.taps" = named brewfile.tap;
  "homebrew.taps.*.brewfileLine" = required;

  "environment.systemPath" = applied (
    paths:
    if builtins.isList paths then
      lib.concatMapStringsSep ":" (path: if lib.isDerivation path then "${path}/bin" else path) paths
    else
      paths
  );

  "system.defaults.controlcenter.AirDrop" = shown;
  "system.defaults.controlcenter.Bluetooth" = shown;
  "system.defaults.controlcenter.Display" = shown;
  "system.defaults.controlcenter.FocusModes" = shown;
  "system.defaults.controlcenter.NowPlaying" = shown;
  "system.defaults.controlcenter.Sound" = shown;
  "system.defaults.dock.persistent-apps" = tiles (app: {
    tile-data.file-data = {
      _CFURLString = app;
      _CFURLStringType = 0;
    };
  });
  "system.defaults.dock.persistent-others" = tiles (folder: {
    tile-data.file-data = {
      _CFURLString = "file://" + folder;
      _CFURLStringType = 15;
    };
    tile-type =
      if lib.hasInfix "." (lib.last (lib.splitString "/" folder)) then "file-tile" else "directory-tile";
  });

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
