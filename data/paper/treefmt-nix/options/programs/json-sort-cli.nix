{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.json-sort-cli;
}
