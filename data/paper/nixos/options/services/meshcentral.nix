{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.meshcentral;
}
