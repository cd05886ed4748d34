{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.frigate;
}
