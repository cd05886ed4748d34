{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.git-cliff;
}
