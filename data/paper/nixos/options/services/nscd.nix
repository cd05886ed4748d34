{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = if pkgs.stdenv.hostPlatform.libc == "glibc"
  then pkgs.stdenv.cc.libc.bin
  else pkgs.glibc.bin;
}
