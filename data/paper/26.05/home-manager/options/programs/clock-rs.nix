{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.clock-rs;
}
