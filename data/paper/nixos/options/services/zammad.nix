{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.zammad;
}
