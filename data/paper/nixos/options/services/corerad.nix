{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.corerad;
}
