{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.open-webui;
}
