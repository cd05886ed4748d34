{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pgmanage;
}
