{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pubs;
}
