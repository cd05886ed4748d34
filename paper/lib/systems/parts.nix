# The parts that names of machines are made of, as sets that say what is known of each.
{ lib }:
let
  typed = type: builtins.mapAttrs (name: facts: lib.setType type ({ inherit name; } // facts));
  plain = names: lib.genAttrs names (_: { });

  significantBytes = typed "significant-byte" (plain [
    "bigEndian"
    "littleEndian"
  ]);
  execFormats = typed "exec-format" (plain [
    "aout"
    "elf"
    "macho"
    "pe"
    "wasm"
    "unknown"
  ]);
  kernelFamilies = typed "exec-format" (plain [
    "bsd"
    "darwin"
  ]);

  # Processors of a family that read numbers of the same width in the same order
  processors =
    family: bits: order:
    builtins.mapAttrs (
      _: facts:
      {
        inherit family bits;
      }
      // lib.optionalAttrs (order != null) { significantByte = significantBytes.${order}; }
      // facts
    );
  big = "bigEndian";
  little = "littleEndian";
  version = version: arch: { inherit version arch; };

  kernelsWith =
    execFormat: families: builtins.mapAttrs (_: facts: { inherit execFormat families; } // facts);

  kernels = typed "kernel" (
    kernelsWith execFormats.macho { inherit (kernelFamilies) darwin; } {
      macos.name = "darwin";
      ios = { };
    }
    // kernelsWith execFormats.elf { inherit (kernelFamilies) bsd; } (plain [
      "freebsd"
      "netbsd"
      "openbsd"
    ])
    // kernelsWith execFormats.elf { } (plain [
      "linux"
      "solaris"
      "redox"
      "genode"
    ])
    // kernelsWith execFormats.unknown { } (plain [
      "none"
      "ghcjs"
      "mmixware"
    ])
    // kernelsWith execFormats.wasm { } (plain [ "wasi" ])
    // kernelsWith execFormats.pe { } (plain [ "windows" ])
  );

  refuse = abi: isWrong: on: instead: {
    assertion = platform: !(isWrong platform);
    message = "The \"${abi}\" ABI is ${on}. Use ${instead} instead.\n";
  };
  on32BitArm = platform: platform.isAarch32;
in
{
  inherit significantBytes execFormats kernelFamilies;

  cpuTypes = typed "cpu-type" (
    processors "arm" 32 little {
      arm = { };
      armv5tel = version "5" "armv5t";
      armv6m = version "6" "armv6-m";
      armv6l = version "6" "armv6";
      armv7a = version "7" "armv7-a";
      armv7r = version "7" "armv7-r";
      armv7m = version "7" "armv7-m";
      armv7l = version "7" "armv7";
      armv8a = version "8" "armv8-a";
      armv8r = version "8" "armv8-a";
      armv8m = version "8" "armv8-m";
    }
    // processors "arm" 64 little { aarch64 = version "8" "armv8-a"; }
    // processors "arm" 64 big { aarch64_be = version "8" "armv8-a"; }
    // processors "x86" 32 little (
      lib.genAttrs [ "i386" "i486" "i586" "i686" ] (arch: {
        inherit arch;
      })
    )
    // processors "x86" 64 little { x86_64.arch = "x86-64"; }
    // processors "microblaze" 32 big (plain [ "microblaze" ])
    // processors "microblaze" 32 little (plain [ "microblazeel" ])
    // processors "mips" 32 big (plain [ "mips" ])
    // processors "mips" 32 little (plain [ "mipsel" ])
    // processors "mips" 64 big (plain [ "mips64" ])
    // processors "mips" 64 little (plain [ "mips64el" ])
    // processors "mmix" 64 big (plain [ "mmix" ])
    // processors "m68k" 32 big (plain [ "m68k" ])
    // processors "power" 32 big (plain [ "powerpc" ])
    // processors "power" 64 big (plain [ "powerpc64" ])
    // processors "power" 64 little (plain [ "powerpc64le" ])
    // processors "power" 32 little (plain [ "powerpcle" ])
    // processors "riscv" 32 little (plain [ "riscv32" ])
    // processors "riscv" 64 little (plain [ "riscv64" ])
    // processors "s390" 32 big (plain [ "s390" ])
    // processors "s390" 64 big (plain [ "s390x" ])
    // processors "sparc" 32 big (plain [ "sparc" ])
    // processors "sparc" 64 big (plain [ "sparc64" ])
    // processors "wasm" 32 little (plain [ "wasm32" ])
    // processors "wasm" 64 little (plain [ "wasm64" ])
    // processors "alpha" 64 little (plain [ "alpha" ])
    // processors "rx" 32 little (plain [ "rx" ])
    // processors "msp430" 16 little (plain [ "msp430" ])
    // processors "avr" 8 null (plain [ "avr" ])
    // processors "vc4" 32 little (plain [ "vc4" ])
    // processors "or1k" 32 big (plain [ "or1k" ])
    // processors "loongarch" 64 little (plain [ "loongarch64" ])
    // processors "javascript" 32 little (plain [ "javascript" ])
  );

  vendors = typed "vendor" (plain [
    "apple"
    "pc"
    "knuth"
    "w64"
    "none"
    "unknown"
  ]);

  kernels = kernels // {
    darwin = kernels.macos;
    watchos = kernels.ios;
    tvos = kernels.ios;
    win32 = kernels.windows;
  };

  abis = typed "abi" (
    plain [
      "cygnus"
      "msvc"
      "elf"
      "androideabi"
      "musl"
      "uclibc"
      "unknown"
    ]
    // lib.genAttrs [ "eabi" "gnueabi" "musleabi" "uclibceabi" ] (_: {
      float = "soft";
    })
    // lib.genAttrs [ "eabihf" "gnueabihf" "musleabihf" "uclibceabihf" ] (_: {
      float = "hard";
    })
    // builtins.mapAttrs (_: abi: { inherit abi; }) {
      gnuabi64 = "64";
      muslabi64 = "64";
      gnuabin32 = "n32";
      muslabin32 = "n32";
      gnuabielfv2 = "elfv2";
      gnuabielfv1 = "elfv1";
    }
    // {
      android.assertions = [ (refuse "android" on32BitArm "not for 32-bit ARM" "\"androideabi\"") ];
      gnu.assertions = [
        (refuse "gnu" on32BitArm "ambiguous on 32-bit ARM" "\"gnueabi\" or \"gnueabihf\"")
        (refuse "gnu" (
          platform: platform.isPower64 && platform.isBigEndian
        ) "ambiguous on big-endian 64-bit PowerPC" "\"gnuabielfv2\" or \"gnuabielfv1\"")
      ];
    }
  );
}
