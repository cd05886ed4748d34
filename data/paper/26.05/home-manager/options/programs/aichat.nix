{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.aichat;
}
