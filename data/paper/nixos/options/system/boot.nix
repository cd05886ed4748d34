{
  config,
  lib,
  options,
  pkgs,
}:
{
  "loader.kernelFile" = pkgs.stdenv.hostPlatform.linux-kernel.target;
}
