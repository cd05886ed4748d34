{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.looking-glass-client;
}
