{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.iamb;
}
