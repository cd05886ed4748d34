{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.opensearch;
}
