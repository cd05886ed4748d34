{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.telegraf;
}
