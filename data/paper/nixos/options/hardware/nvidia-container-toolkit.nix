{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nvidia-container-toolkit;
}
