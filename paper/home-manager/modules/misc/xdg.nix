# The base folders of a home, and what is put into them.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  inherit (lib) mkDefault;
  cfg = config.xdg;
  home = config.home.homeDirectory;
  isOld = lib.versionOlder config.home.stateVersion "20.09";

  # Old homes take what the environment says.
  folder =
    variable: path:
    let
      given = builtins.getEnv variable;
    in
    mkDefault (if isOld && !cfg.enable && given != "" then given else "${home}/${path}");

  variables = {
    XDG_CACHE_HOME = cfg.cacheHome;
    XDG_CONFIG_HOME = cfg.configHome;
    XDG_DATA_HOME = cfg.dataHome;
    XDG_STATE_HOME = cfg.stateHome;
  };

  below = folder: lib.mapAttrs' (name: lib.nameValuePair "${folder}/${name}");
in
{
  config = {
    xdg = {
      cacheHome = folder "XDG_CACHE_HOME" ".cache";
      configHome = folder "XDG_CONFIG_HOME" ".config";
      dataHome = folder "XDG_DATA_HOME" ".local/share";
      stateHome = lib.mkIf (cfg.enable || !isOld) (folder "XDG_STATE_HOME" ".local/state");
    };

    home.sessionVariables = lib.mkIf cfg.enable variables;
    systemd.user.sessionVariables = lib.mkIf (cfg.enable && pkgs.stdenv.hostPlatform.isLinux) variables;

    home.file = lib.mkMerge [
      (below cfg.configHome cfg.configFile)
      (below cfg.dataHome cfg.dataFile)
      (below cfg.stateHome cfg.stateFile)
      { "${cfg.cacheHome}/.keep".text = ""; }
    ];
  };
}
