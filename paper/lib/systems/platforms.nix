# What kernels and compilers are told for kinds of machines, as listed in `platforms.json`.
{ lib }:
let
  listed = builtins.fromJSON (builtins.readFile ./platforms.json);

  # the lines of a kernel's configuration are listed one by one
  joined =
    platform:
    if platform ? linux-kernel.extraConfig then
      lib.recursiveUpdate platform {
        linux-kernel.extraConfig = lib.concatLines platform.linux-kernel.extraConfig;
      }
    else
      platform;

  platforms = builtins.mapAttrs (
    _: platform:
    joined (
      if platform ? like then
        lib.recursiveUpdate listed.${platform.like} (builtins.removeAttrs platform [ "like" ])
      else
        platform
    )
  ) listed;

  forArm =
    version:
    if version == null then
      platforms.pc
    else if lib.versionOlder version "6" then
      platforms.sheevaplug
    else if lib.versionOlder version "7" then
      platforms.raspberrypi
    else
      platforms.armv7l-hf-multiplatform;
in
platforms
// {
  select =
    platform:
    let
      inherit (platform.parsed) cpu;
      inherit (lib.systems.parse) cpuTypes;
    in
    if platform.isx86 then
      platforms.pc
    else if platform.isAarch32 then
      forArm (cpu.version or null)
    else if platform.isAarch64 then
      if platform.isDarwin then platforms.apple-m1 else platforms.aarch64-multiplatform
    else if platform.isRiscV then
      platforms.riscv-multiplatform
    else if cpu == cpuTypes.mipsel then
      lib.systems.examples.mipsel-linux-gnu
    else if cpu == cpuTypes.powerpc64le then
      platforms.powernv
    else
      { };
}
