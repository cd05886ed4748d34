# The role `development` on a Mac. The tools are in the home: see home/development.
{
  config,
  lib,
  pkgs,
  ...
}:
{
  config = lib.mkIf config.homelab.roles.development.enable {
    fonts.packages = [ pkgs.jetbrains-mono ];
  };
}
