{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wastebin;
}
