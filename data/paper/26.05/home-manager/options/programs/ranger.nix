{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ranger;
}
