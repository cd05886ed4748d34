{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pqos-wrapper;
}
