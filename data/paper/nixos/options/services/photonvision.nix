{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.photonvision;
}
