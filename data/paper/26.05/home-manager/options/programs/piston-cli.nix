{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.piston-cli;
}
