{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.thunderbird;
}
