{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pet;
  "selectcmdPackage" = pkgs.fzf;
}
