{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wallust;
}
