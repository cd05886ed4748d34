{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ocis-bin;
}
