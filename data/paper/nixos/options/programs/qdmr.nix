{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.qdmr;
}
