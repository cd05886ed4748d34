{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ne;
}
