{
  config,
  lib,
  options,
  pkgs,
}:
{
  "cores.<name>.package" = name: pkgs.libretro."${name}";
  "package" = pkgs.retroarch-bare;
}
