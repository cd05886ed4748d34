{
  config,
  lib,
  options,
  pkgs,
}:
{
  "reuseport" = pkgs.stdenv.hostPlatform.isLinux;
}
