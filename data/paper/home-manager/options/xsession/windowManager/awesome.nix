{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.awesome;
}
