{
  config,
  lib,
  options,
  pkgs,
}:
{
  "fzfPackage" = pkgs.fzf;
  "package" = pkgs.sesh;
  "zoxidePackage" = pkgs.zoxide;
}
