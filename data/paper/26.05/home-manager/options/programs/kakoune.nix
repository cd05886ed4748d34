{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.kakoune-unwrapped;
}
