{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tayga;
}
