{
  config,
  lib,
  options,
  pkgs,
}:
{
  "efi" = pkgs.stdenv.hostPlatform.isAarch64;
}
