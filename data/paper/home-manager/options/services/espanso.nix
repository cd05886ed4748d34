{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.espanso;
}
