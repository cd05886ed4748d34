{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.k3s;
}
