{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.k40-whisperer;
}
