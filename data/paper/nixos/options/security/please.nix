{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.please;
}
