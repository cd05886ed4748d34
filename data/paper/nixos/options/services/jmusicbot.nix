{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.jmusicbot;
}
