{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.soft-serve;
}
