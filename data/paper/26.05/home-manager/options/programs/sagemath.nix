{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sage;
}
