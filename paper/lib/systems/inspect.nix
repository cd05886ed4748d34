# Questions about machines, as patterns of what their parts are. A list of patterns is met if one of them is.
{ lib }:
let
  inherit (builtins) mapAttrs;
  inherit (lib.systems.parse)
    cpuTypes
    execFormats
    kernelFamilies
    kernels
    significantBytes
    ;

  abis = mapAttrs (_: abi: builtins.removeAttrs abi [ "assertions" ]) lib.systems.parse.abis;
  ofAbis = names: map (name: { abi = abis.${name}; }) names;
  ofFamily = family: { cpu = { inherit family; }; };
  ofWidth = bits: mapAttrs (_: family: { cpu = { inherit family bits; }; });
  ofKernel = name: { kernel = kernels.${name}; };

  byFamily = mapAttrs (_: ofFamily) {
    isPower = "power";
    isx86 = "x86";
    isAarch = "arm";
    isMicroBlaze = "microblaze";
    isMips = "mips";
    isMmix = "mmix";
    isRiscV = "riscv";
    isRx = "rx";
    isSparc = "sparc";
    isWasm = "wasm";
    isMsp430 = "msp430";
    isVc4 = "vc4";
    isAvr = "avr";
    isAlpha = "alpha";
    isOr1k = "or1k";
    isM68k = "m68k";
    isS390 = "s390";
  };

  byWidth =
    ofWidth 32 {
      isx86_32 = "x86";
      isAarch32 = "arm";
      isMips32 = "mips";
      isRiscV32 = "riscv";
    }
    // ofWidth 64 {
      isx86_64 = "x86";
      isPower64 = "power";
      isAarch64 = "arm";
      isMips64 = "mips";
      isRiscV64 = "riscv";
      isSparc64 = "sparc";
      isS390x = "s390";
      isLoongArch64 = "loongarch";
    };

  byKernel = mapAttrs (_: ofKernel) {
    isMacOS = "macos";
    isiOS = "ios";
    isLinux = "linux";
    isSunOS = "solaris";
    isNetBSD = "netbsd";
    isOpenBSD = "openbsd";
    isWindows = "windows";
    isWasi = "wasi";
    isRedox = "redox";
    isGhcjs = "ghcjs";
    isGenode = "genode";
    isNone = "none";
  };

  others = {
    isi686 = {
      cpu = cpuTypes.i686;
    };
    isJavaScript = {
      cpu = cpuTypes.javascript;
    };
    isArmv7 = map ({ arch, ... }: { cpu = { inherit arch; }; }) (
      builtins.filter (cpu: lib.hasPrefix "armv7" cpu.arch or "") (builtins.attrValues cpuTypes)
    );

    isAbiElfv2 = [
      {
        abi = {
          abi = "elfv2";
        };
      }
      (
        byWidth.isPower64
        // {
          abi = {
            name = "musl";
          };
        }
      )
    ];
    isMips64n32 = byWidth.isMips64 // {
      abi = {
        abi = "n32";
      };
    };
    isMips64n64 = byWidth.isMips64 // {
      abi = {
        abi = "64";
      };
    };
    isILP32 = [
      {
        cpu = {
          family = "wasm";
          bits = 32;
        };
      }
    ]
    ++ map (abi: { abi = { inherit abi; }; }) [
      "n32"
      "ilp32"
      "x32"
    ];

    is32bit = {
      cpu = {
        bits = 32;
      };
    };
    is64bit = {
      cpu = {
        bits = 64;
      };
    };
    isBigEndian = {
      cpu = {
        significantByte = significantBytes.bigEndian;
      };
    };
    isLittleEndian = {
      cpu = {
        significantByte = significantBytes.littleEndian;
      };
    };

    isBSD = {
      kernel = {
        families = { inherit (kernelFamilies) bsd; };
      };
    };
    isDarwin = {
      kernel = {
        families = { inherit (kernelFamilies) darwin; };
      };
    };
    isFreeBSD = {
      kernel = {
        name = "freebsd";
      };
    };
    isCygwin = byKernel.isWindows // {
      abi = abis.cygnus;
    };
    isMinGW = byKernel.isWindows // {
      abi = abis.gnu;
    };
    isUnix = [
      others.isBSD
      others.isDarwin
      byKernel.isLinux
      byKernel.isSunOS
      others.isCygwin
      byKernel.isRedox
    ];

    isAndroid = ofAbis [
      "android"
      "androideabi"
    ];
    isGnu = ofAbis [
      "gnuabi64"
      "gnuabin32"
      "gnu"
      "gnueabi"
      "gnueabihf"
      "gnuabielfv1"
      "gnuabielfv2"
    ];
    isMusl = ofAbis [
      "musl"
      "musleabi"
      "musleabihf"
      "muslabin32"
      "muslabi64"
    ];
    isUClibc = ofAbis [
      "uclibc"
      "uclibceabi"
      "uclibceabihf"
    ];

    isEfi =
      map
        (version: {
          cpu = {
            family = "arm";
            inherit version;
          };
        })
        [
          "6"
          "7"
          "8"
        ]
      ++ map ofFamily [
        "riscv"
        "x86"
      ];

    isElf = {
      kernel = {
        execFormat = execFormats.elf;
      };
    };
    isMacho = {
      kernel = {
        execFormat = execFormats.macho;
      };
    };
  };
in
rec {
  patterns = byFamily // byWidth // byKernel // others;

  # all ways to meet both
  patternLogicalAnd =
    first: second:
    let
      areFarApart = a: b: builtins.intersectAttrs a b == { } || a == b;
      both = lib.recursiveUpdateUntil (
        path: a: b:
        areFarApart a b
        || throw ''
          pattern conflict at path ${toString path}:
            ${builtins.toJSON a}
            ${builtins.toJSON b}
        ''
      );
    in
    lib.concatMap (a: map (both a) (lib.toList second)) (lib.toList first);

  matchAnyAttrs =
    patterns:
    if builtins.isList patterns then
      parsed: lib.any (pattern: lib.matchAttrs pattern parsed) patterns
    else
      lib.matchAttrs patterns;

  predicates = mapAttrs (_: matchAnyAttrs) patterns;

  # asked of a whole platform and not of its parsed name, which is what `parsed` says
  platformPatterns.isStatic = {
    parsed = { };
    isStatic = true;
  };
}
