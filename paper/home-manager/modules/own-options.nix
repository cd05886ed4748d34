# Options whose type or value is made by functions of Home Manager, by name. Each is made of what the data declare.
{
  config,
  extendModules,
  lib,
  pkgs,
}:
let
  inherit (lib) types;
  fileType = import ./lib/file-type.nix {
    inherit lib pkgs;
    inherit (config.home) homeDirectory;
  };
  nixpkgs = import ./nixpkgs-types.nix { inherit lib pkgs; };

  # The home itself with further settings, which is no longer special.
  variant = extendModules {
    modules = [
      {
        specialisation = lib.mkOverride 0 { };
        # In a system, that is the name of the user.
        _module.args = lib.optionalAttrs (config._module.args ? name) {
          name = lib.mkForce config._module.args.name;
        };
      }
    ];
  };

  typed = type: made: made // { inherit type; };
  required = made: removeAttrs made [ "default" ];
  folder = made: required made // { apply = toString; };
  otherwise = default: made: made // { inherit default; };
  applied = apply: made: made // { inherit apply; };

  # one, several or none
  several = applied (
    value:
    if value == null then
      [ ]
    else if builtins.isString value then
      [ value ]
    else
      value
  );
in
{
  "home.activation" = typed (lib.hm.types.dagOf types.str);
  "home.username" = required;
  "home.homeDirectory" = folder;
  "home.profileDirectory" = required;
  "home.keyboard" = otherwise (
    if lib.versionAtLeast config.home.stateVersion "21.11" then null else { }
  );
  "home.emptyActivationPath" = otherwise (lib.versionAtLeast config.home.stateVersion "22.11");
  "home.version.full" = otherwise config.home.version.release;

  "home.file" = typed (fileType config.home.homeDirectory);
  "xdg.configFile" = typed (fileType config.xdg.configHome);
  "xdg.dataFile" = typed (fileType config.xdg.dataHome);
  "xdg.stateFile" = typed (fileType config.xdg.stateHome);

  "xdg.cacheHome" = folder;
  "xdg.configHome" = folder;
  "xdg.dataHome" = folder;
  "xdg.stateHome" = folder;

  "specialisation.<name>.configuration" =
    made:
    typed variant.type made
    // {
      default = { };
      visible = "shallow";
    };

  "dconf.settings" = typed (types.attrsOf (types.attrsOf lib.hm.types.gvariant));
  "programs.emacs.extraPackages" = typed lib.hm.types.selectorFunction;
  "programs.emacs.overrides" = typed lib.hm.types.overlayFunction;

  "nixpkgs.config" = typed (types.nullOr nixpkgs.config);
  "nixpkgs.overlays" = typed (types.nullOr (types.listOf nixpkgs.overlay));
  "nixpkgs.system" = required;

  "programs.kitty.shellIntegration.mode" = applied (
    modes: lib.concatStringsSep " " ([ "no-rc" ] ++ lib.remove "no-rc" (lib.splitString " " modes))
  );
  "programs.ssh.matchBlocks.<name>.certificateFile" = several;
  "programs.ssh.matchBlocks.<name>.identityFile" = several;
  "systemd.user.startServices" = applied (
    how: if builtins.isBool how then (if how then "sd-switch" else "suggest") else how
  );
  "xdg.mime.enable" = otherwise pkgs.stdenv.hostPlatform.isLinux;
  "xresources.path" = otherwise "${config.home.homeDirectory}/.Xresources";

  "home-files" = required;
  "home.path" = required;
  "home.activationPackage" = required;
  "home.sessionVariablesPackage" = required;
}
