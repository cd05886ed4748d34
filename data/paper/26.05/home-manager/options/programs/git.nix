{
  config,
  lib,
  options,
  pkgs,
}:
{
  "lfs.package" = pkgs.git-lfs;
  "package" = pkgs.git;
  "signing.format" = if lib.versionAtLeast config.home.stateVersion "25.05" then null else "openpgp";
  "delta.package" = pkgs.delta;
  "difftastic.package" = pkgs.difftastic;
}
