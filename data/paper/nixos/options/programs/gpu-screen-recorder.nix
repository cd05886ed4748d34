{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gpu-screen-recorder;
}
