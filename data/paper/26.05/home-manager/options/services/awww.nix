{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.awww;
}
