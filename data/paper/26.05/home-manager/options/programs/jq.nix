{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.jq;
}
