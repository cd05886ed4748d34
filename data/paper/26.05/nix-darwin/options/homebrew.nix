{
  config,
  lib,
  options,
  pkgs,
}:
{
  "prefix" = if pkgs.stdenv.hostPlatform.isAarch64 then "/opt/homebrew"
else "/usr/local";
  "user" = config.system.primaryUser;
  "brewPrefix" = if pkgs.stdenv.hostPlatform.isAarch64 then "/opt/homebrew/bin"
else "/usr/local/bin";
  "global.lockfiles" = !config.homebrew.global.brewfile;
}
