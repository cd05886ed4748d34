{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.coredns;
}
