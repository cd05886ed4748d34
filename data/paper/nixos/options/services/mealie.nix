{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mealie;
}
