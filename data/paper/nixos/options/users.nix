{
  config,
  lib,
  options,
  pkgs,
}:
{
  "users.<name>.shell" = name: pkgs.shadow;
}
