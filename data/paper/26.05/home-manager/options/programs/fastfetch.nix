{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.fastfetch;
}
