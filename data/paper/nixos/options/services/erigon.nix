{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.erigon;
}
