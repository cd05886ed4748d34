{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.fluidsynth;
  "soundFont" = "${pkgs.soundfont-fluid}/share/soundfonts/FluidR3_GM2-2.sf2";
}
