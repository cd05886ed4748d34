{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.discord;
}
