{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hexchat;
}
