# Every system that nixpkgs knows by name, in order: processors, and what runs on them.
let
  table = {
    aarch64 = "darwin genode linux netbsd none";
    aarch64_be = "none";
    arm = "none";
    armv5tel = "linux";
    armv6l = "linux netbsd none";
    armv7a = "darwin linux netbsd";
    armv7l = "linux netbsd";
    avr = "none";
    i686 = "cygwin darwin freebsd13 genode linux netbsd none openbsd windows";
    javascript = "ghcjs";
    m68k = "linux netbsd none";
    microblaze = "linux none";
    microblazeel = "linux none";
    mips64el = "linux";
    mipsel = "linux netbsd";
    mmix = "mmixware";
    msp430 = "none";
    or1k = "none";
    powerpc = "netbsd none";
    powerpc64 = "linux";
    powerpc64le = "linux";
    powerpcle = "none";
    riscv32 = "linux netbsd none";
    riscv64 = "linux netbsd none";
    rx = "none";
    s390 = "linux none";
    s390x = "linux none";
    vc4 = "none";
    wasm32 = "wasi";
    wasm64 = "wasi";
    x86_64 = "cygwin darwin freebsd13 genode linux netbsd none openbsd redox solaris windows";
  };

  words = text: builtins.filter builtins.isString (builtins.split " " text);
in
builtins.concatMap (cpu: map (kernel: "${cpu}-${kernel}") (words table.${cpu})) (
  builtins.attrNames table
)
