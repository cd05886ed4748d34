# From the name of a machine to its parts, and back.
{ lib }:
let
  inherit (builtins) elem elemAt length;
  inherit (lib) hasPrefix optionalString;

  parts = import ./parts.nix { inherit lib; };
  inherit (parts)
    abis
    cpuTypes
    execFormats
    kernels
    vendors
    ;

  # which processors run the programs of one, besides itself
  successors = {
    i386 = [ "i486" ];
    i486 = [ "i586" ];
    i586 = [ "i686" ];
    i686 = [ "x86_64" ];
    arm = [ "armv5tel" ];
    armv5tel = [ "armv6l" ];
    armv6l = [ "armv6m" ];
    armv6m = [ "armv7l" ];
    armv7l = [
      "armv7a"
      "armv7r"
      "armv7m"
    ];
    armv8a = [ "aarch64" ];
    armv8r = [ "armv8a" ];
    armv8m = [ "armv8a" ];
    powerpc = [ "powerpc64" ];
    powerpcle = [ "powerpc64le" ];
    mips = [ "mips64" ];
    mipsel = [ "mips64el" ];
    riscv32 = [ "riscv64" ];
    sparc = [ "sparc64" ];
    wasm32 = [ "wasm64" ];
  };

  kernelName = kernel: kernel.name + toString (kernel.version or "");

  # What two names stand for where it is not a processor and a kernel
  pairs = {
    cygwin = {
      kernel = "windows";
      abi = "cygnus";
    };
    windows = {
      kernel = "windows";
      abi = "msvc";
    };
    elf = {
      vendor = "unknown";
      kernel = "none";
      abi = "elf";
    };
  };

  ofThree =
    cpu: second: third:
    let
      hasNoVendor =
        second == "linux"
        || elem third [
          "eabi"
          "eabihf"
          "elf"
          "gnu"
        ];
      hasNoAbi =
        second == "apple"
        || elem third [
          "redox"
          "mmixware"
          "ghcjs"
          "mingw32"
        ]
        || lib.any (kernel: hasPrefix kernel third) [
          "freebsd"
          "netbsd"
          "openbsd"
          "genode"
        ]
        || hasPrefix "wasm32" cpu;
    in
    if hasNoVendor then
      {
        inherit cpu;
        vendor = "unknown";
        kernel = second;
        abi = third;
      }
    else if hasNoAbi then
      {
        inherit cpu;
        vendor = second;
        # what is called `mingw32` is the kernel of Windows
        kernel = if third == "mingw32" then "windows" else third;
      }
    else
      throw "Target specification with 3 components is ambiguous";

  withoutAbi =
    name:
    let
      found = builtins.match "(.*)e?abi.*" name;
    in
    if found == null then name else builtins.head found;

  known =
    what: table: name:
    table.${name} or (throw "Unknown ${what}: ${name}");

  defaultAbi =
    { cpu, kernel, ... }:
    if kernel != kernels.linux && kernel != kernels.windows then
      abis.unknown
    else if cpu.family == "arm" && cpu.bits == 32 then
      if lib.versionAtLeast (cpu.version or "0") "6" then abis.gnueabihf else abis.gnueabi
    else if cpu == cpuTypes.powerpc64 then
      abis.gnuabielfv2
    else
      abis.gnu;

  defaultVendor =
    kernel:
    if kernel.families ? darwin then
      vendors.apple
    else if kernel == kernels.windows then
      vendors.pc
    else
      vendors.unknown;
in
parts
// rec {
  types = import ./part-types.nix { inherit lib parts; };

  isCompatible =
    a: b:
    a == b
    || b == cpuTypes.aarch64 && a == cpuTypes.armv8a
    || lib.any (name: isCompatible a cpuTypes.${name}) (successors.${b.name or ""} or [ ]);

  gnuNetBSDDefaultExecFormat =
    cpu:
    if
      cpu.bits == 32
      && elem cpu.family [
        "arm"
        "sparc"
        "m68k"
        "x86"
      ]
    then
      execFormats.aout
    else
      execFormats.elf;

  isSystem = lib.isType "system";

  mkSystem =
    components:
    assert types.parsedPlatform.check components;
    lib.setType "system" components;

  mkSkeletonFromList =
    names:
    let
      name = elemAt names;
      cpu = name 0;
      count = length names;
    in
    if count == 1 then
      if cpu == "avr" then
        {
          inherit cpu;
          kernel = "none";
          abi = "unknown";
        }
      else
        throw "Target specification with 1 components is ambiguous"
    else if count == 2 then
      { inherit cpu; } // pairs.${name 1} or { kernel = name 1; }
    else if count == 3 then
      ofThree cpu (name 1) (name 2)
    else if count == 4 then
      {
        inherit cpu;
        vendor = name 1;
        kernel = name 2;
        abi = name 3;
      }
    else
      throw "system string has invalid number of hyphen-separated components";

  # What the name does not say follows from what it says.
  mkSystemFromSkeleton =
    {
      cpu,
      vendor ? null,
      kernel,
      abi ? null,
    }@given:
    let
      parsed = {
        cpu = known "CPU type" cpuTypes cpu;
        vendor = if given ? vendor then known "vendor" vendors vendor else defaultVendor parsed.kernel;
        kernel = known "kernel" kernels (
          if hasPrefix "darwin" kernel then
            "darwin"
          else if hasPrefix "netbsd" kernel then
            "netbsd"
          else
            withoutAbi kernel
        );
        abi = if given ? abi then known "ABI" abis abi else defaultAbi parsed;
      };
    in
    # All of them are known, or one of these fails.
    builtins.seq parsed.cpu (
      builtins.seq parsed.vendor (
        builtins.seq parsed.kernel (builtins.seq parsed.abi (lib.setType "system" parsed))
      )
    );

  mkSystemFromString = text: mkSystemFromSkeleton (mkSkeletonFromList (lib.splitString "-" text));

  inherit kernelName;

  doubleFromSystem =
    {
      cpu,
      kernel,
      abi,
      ...
    }:
    let
      second =
        if abi == abis.cygnus then
          "cygwin"
        else if kernel.families ? darwin then
          "darwin"
        else
          kernelName kernel;
    in
    "${cpu.name}-${second}";

  tripleFromSystem =
    {
      cpu,
      vendor,
      kernel,
      abi,
      ...
    }@system:
    let
      isOddFormat = kernel.name == "netbsd" && gnuNetBSDDefaultExecFormat cpu != kernel.execFormat;
      format = optionalString isOddFormat kernel.execFormat.name;
      abiSuffix = optionalString (abi != abis.unknown) "-${abi.name}";
    in
    assert isSystem system;
    "${cpu.name}-${vendor.name}-${kernelName kernel}${format}${abiSuffix}";
}
