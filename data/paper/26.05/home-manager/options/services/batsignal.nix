{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.batsignal;
}
