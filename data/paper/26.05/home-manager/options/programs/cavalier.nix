{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cavalier;
}
