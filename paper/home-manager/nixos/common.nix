# `home-manager`: homes as a part of a system, for NixOS and nix-darwin alike.
{
  config,
  lib,
  options,
  pkgs,
  ...
}:
let
  inherit (lib) mkOption types;
  cfg = config.home-manager;
  extendedLib = import ../modules/lib/stdlib-extended.nix lib;

  option = type: default: mkOption { inherit type default; };

  home = types.submoduleWith {
    description = "Home Manager module";
    class = "homeManager";
    specialArgs = {
      lib = extendedLib;
      osConfig = config;
      modulesPath = toString ../modules;
    }
    // cfg.extraSpecialArgs;
    modules = [ ofSystem ] ++ cfg.sharedModules;
  };

  ofSystem =
    { name, ... }:
    {
      imports = import ../modules/modules.nix {
        inherit pkgs;
        lib = extendedLib;
        useNixpkgsModule = !cfg.useGlobalPkgs;
      };
      config = {
        submoduleSupport.enable = true;
        submoduleSupport.externalPackageInstall = cfg.useUserPackages;
        home.username = config.users.users.${name}.name;
        home.homeDirectory = config.users.users.${name}.home;
        nix.enable = lib.mkIf (options.nix.enable.visible or true) config.nix.enable;
        nix.package = config.nix.package;
      };
    };

  ofUsers = f: lib.concatLists (lib.mapAttrsToList f cfg.users);
in
{
  options.home-manager = {
    backupFileExtension = option (types.nullOr types.str) null;
    extraSpecialArgs = option types.attrs { };
    sharedModules = option (types.listOf types.raw) [ ];
    useGlobalPkgs = option types.bool false;
    useUserPackages = option types.bool false;
    verbose = option types.bool false;
    users = option (types.attrsOf home) { } // {
      visible = "shallow";
    };
  };

  config = lib.mkMerge [
    # The names of users are taken from what is defined here, not from `users.users`, which may depend on homes.
    (lib.mkIf (cfg.useUserPackages && cfg.users != { }) {
      users.users = lib.mapAttrs (_: home: { packages = [ home.home.path ]; }) cfg.users;
      environment.pathsToLink = [ "/etc/profile.d" ];
    })
    (lib.mkIf (cfg.users != { }) {
      warnings = ofUsers (user: home: map (warning: "${user} profile: ${warning}") home.warnings);
      assertions = ofUsers (
        user: home:
        map (demand: {
          inherit (demand) assertion;
          message = "${user} profile: ${demand.message}";
        }) home.assertions
      );
    })
  ];
}
