{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nodePackages.purs-tidy;
}
