# The names of machines in two parts that are in use, and groups of them.
{ lib }:
let
  inherit (lib.systems) parse inspect;

  on = kernel: map (cpu: "${cpu}-${kernel}");
  all =
    on "cygwin" [
      "i686"
      "x86_64"
    ]
    ++ on "darwin" [
      "x86_64"
      "i686"
      "aarch64"
      "armv7a"
    ]
    ++ on "freebsd" [
      "i686"
      "x86_64"
    ]
    ++ on "genode" [
      "aarch64"
      "i686"
      "x86_64"
    ]
    ++ on "solaris" [ "x86_64" ]
    ++ on "ghcjs" [ "javascript" ]
    ++ on "linux" [
      "aarch64"
      "armv5tel"
      "armv6l"
      "armv7a"
      "armv7l"
      "i686"
      "loongarch64"
      "m68k"
      "microblaze"
      "microblazeel"
      "mips"
      "mips64"
      "mips64el"
      "mipsel"
      "powerpc64"
      "powerpc64le"
      "riscv32"
      "riscv64"
      "s390"
      "s390x"
      "x86_64"
    ]
    ++ on "mmixware" [ "mmix" ]
    ++ on "netbsd" [
      "aarch64"
      "armv6l"
      "armv7a"
      "armv7l"
      "i686"
      "m68k"
      "mipsel"
      "powerpc"
      "riscv32"
      "riscv64"
      "x86_64"
    ]
    ++ on "none" [
      "aarch64_be"
      "aarch64"
      "arm"
      "armv6l"
      "avr"
      "i686"
      "microblaze"
      "microblazeel"
      "mips"
      "mips64"
      "msp430"
      "or1k"
      "m68k"
      "powerpc"
      "powerpcle"
      "riscv32"
      "riscv64"
      "rx"
      "s390"
      "s390x"
      "vc4"
      "x86_64"
    ]
    ++ on "openbsd" [
      "i686"
      "x86_64"
    ]
    ++ on "redox" [ "x86_64" ]
    ++ on "wasi" [
      "wasm64"
      "wasm32"
    ]
    ++ on "windows" [
      "aarch64"
      "x86_64"
      "i686"
    ];

  parsed = map parse.mkSystemFromString all;
  that = condition: map parse.doubleFromSystem (builtins.filter condition parsed);

  # one after the other, and not in the order of the names
  gnu =
    lib.concatMap
      (abi: that (system: system.kernel == parse.kernels.linux && system.abi == parse.abis.${abi}))
      [
        "gnu"
        "gnueabi"
        "gnueabihf"
        "gnuabin32"
        "gnuabi64"
        "gnuabielfv1"
        "gnuabielfv2"
      ];
in
builtins.mapAttrs (_: question: that inspect.predicates.${question}) {
  arm = "isAarch32";
  armv7 = "isArmv7";
  aarch = "isAarch";
  aarch64 = "isAarch64";
  x86 = "isx86";
  i686 = "isi686";
  x86_64 = "isx86_64";
  microblaze = "isMicroBlaze";
  mips = "isMips";
  mmix = "isMmix";
  power = "isPower";
  riscv = "isRiscV";
  riscv32 = "isRiscV32";
  riscv64 = "isRiscV64";
  rx = "isRx";
  vc4 = "isVc4";
  or1k = "isOr1k";
  m68k = "isM68k";
  s390 = "isS390";
  s390x = "isS390x";
  loongarch64 = "isLoongArch64";
  js = "isJavaScript";
  bigEndian = "isBigEndian";
  littleEndian = "isLittleEndian";
  cygwin = "isCygwin";
  darwin = "isDarwin";
  freebsd = "isFreeBSD";
  illumos = "isSunOS";
  linux = "isLinux";
  netbsd = "isNetBSD";
  openbsd = "isOpenBSD";
  unix = "isUnix";
  wasi = "isWasi";
  redox = "isRedox";
  windows = "isWindows";
  genode = "isGenode";
  embedded = "isNone";
}
// {
  inherit all gnu;
  none = [ ];
}
