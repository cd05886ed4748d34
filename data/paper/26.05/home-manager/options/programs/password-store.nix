{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pass;
  "settings" = if lib.versionAtLeast config.home.stateVersion "25.11" then { } else { PASSWORD_STORE_DIR = "$XDG_DATA_HOME/password-store"; };
}
