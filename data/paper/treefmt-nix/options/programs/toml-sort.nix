{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.toml-sort;
}
