{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.muon;
}
