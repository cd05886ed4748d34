{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mangohud;
}
