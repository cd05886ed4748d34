# What Rust calls a machine, and what it wants to know of it.
{ lib }:
let
  cpusOfTargets = {
    armv7a = "armv7";
    armv7l = "armv7";
    armv6l = "arm";
    armv5tel = "armv5te";
    riscv32 = "riscv32gc";
    riscv64 = "riscv64gc";
  };

  platformOf =
    args: given: final:
    let
      isGiven = given ? platform;
      # an older name of the same
      older = args.rustc.platform.target-family;
      cpu = final.parsed.cpu.name;
      vendor = final.parsed.vendor.name;
    in
    {
      arch =
        if isGiven then
          given.platform.arch
        else if final.isAarch32 then
          "arm"
        else if final.isMips64 then
          "mips64"
        else if final.isPower64 then
          "powerpc64"
        else
          cpu;
      os =
        if isGiven then
          given.platform.os or "none"
        else if final.isDarwin then
          "macos"
        else if final.isWasm && !final.isWasi then
          "unknown"
        else
          final.parsed.kernel.name;
      target-family =
        if args ? rust.platform.target-family then
          args.rust.platform.target-family
        else if args ? rustc.platform.target-family then
          lib.toList older
        else
          lib.optional final.isUnix "unix"
          ++ lib.optional final.isWindows "windows"
          ++ lib.optional final.isWasm "wasm";
      vendor = given.platform.vendor or (if vendor == "w64" then "pc" else vendor);
    };

  targetOf =
    args: given: final:
    let
      inherit (final.parsed) kernel abi;
      cpu = final.parsed.cpu.name;
      arch = given.platform.arch or cpusOfTargets.${cpu} or cpu;
      suffix = lib.optionalString (abi.name != "unknown") "-${abi.name}";
    in
    args.rust.rustcTarget or args.rustc.config or (
      if final.isWasi then
        "${arch}-wasip1"
      else
        "${arch}-${final.rust.platform.vendor}-${kernel.name}${suffix}"
    );
in
args: final:
let
  given = args.rust or args.rustc or { };
  target = final.rust.rustcTarget;
in
given
// {
  platform = given.platform or { } // platformOf args given final;

  rustcTarget = targetOf args given final;
  rustcTargetSpec =
    given.rustcTargetSpec or (
      if given ? platform then
        builtins.toFile "${target}.json" (builtins.toJSON given.platform)
      else
        target
    );
  cargoShortTarget = lib.removeSuffix ".json" (baseNameOf "${final.rust.rustcTargetSpec}");
  cargoEnvVarTarget = builtins.replaceStrings [ "-" ] [ "_" ] (
    lib.toUpper final.rust.cargoShortTarget
  );
  isNoStdTarget = lib.any (part: lib.hasInfix part target) [
    "-none"
    "nvptx"
    "switch"
    "-uefi"
  ];
}
