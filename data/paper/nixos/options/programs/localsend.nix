{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.localsend;
}
