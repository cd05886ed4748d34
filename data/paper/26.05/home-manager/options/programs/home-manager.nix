{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.callPackage ../../home-manager { inherit (config.programs.home-manager) path; };
}
