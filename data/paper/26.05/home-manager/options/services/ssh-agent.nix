{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.openssh;
}
