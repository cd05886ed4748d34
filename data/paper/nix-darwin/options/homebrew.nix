{
  config,
  lib,
  options,
  pkgs,
}:
{
  "brewPrefix" = if pkgs.stdenv.hostPlatform.isAarch64 then "/opt/homebrew/bin"
else "/usr/local/bin";
  "global.lockfiles" = !config.homebrew.global.brewfile;
}
