{
  config,
  lib,
  options,
  pkgs,
}:
{
  "enable" = pkgs.stdenv.hostPlatform.isDarwin;
}
