{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sqruff;
}
