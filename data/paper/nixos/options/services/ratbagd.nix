{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.libratbag;
}
