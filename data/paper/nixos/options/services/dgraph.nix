{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.dgraph;
}
