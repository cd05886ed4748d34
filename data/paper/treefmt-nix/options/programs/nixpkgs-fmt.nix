{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nixpkgs-fmt;
}
