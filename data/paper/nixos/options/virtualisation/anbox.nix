{
  config,
  lib,
  options,
  pkgs,
}:
{
  "image" = pkgs.anbox.image;
}
