{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.winbox;
}
