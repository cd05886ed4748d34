{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.matrix-conduit;
}
