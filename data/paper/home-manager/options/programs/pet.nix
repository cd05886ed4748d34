{
  config,
  lib,
  options,
  pkgs,
}:
{
  "selectcmdPackage" = pkgs.fzf;
}
