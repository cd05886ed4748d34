{
  config,
  lib,
  options,
  pkgs,
}:
{
  "lfs.package" = pkgs.git-lfs;
  "package" = pkgs.git;
}
