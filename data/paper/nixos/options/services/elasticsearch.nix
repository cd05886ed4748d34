{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.elasticsearch;
}
