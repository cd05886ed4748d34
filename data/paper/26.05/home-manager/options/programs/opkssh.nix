{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.opkssh;
}
