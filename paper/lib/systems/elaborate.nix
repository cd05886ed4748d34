# All that follows from the name of a machine. What is given beside the name goes before what follows from it.
{ lib }:
let
  inherit (lib) optionalAttrs optionalString;
  inherit (lib.systems) parse;

  rust = import ./rust.nix { inherit lib; };
  emulators = import ./emulators.nix { inherit lib; };

  when = question: value: { inherit question value; };

  # The value of the first question that is answered with yes
  firstOf =
    platform: questions: otherwise:
    let
      found = lib.findFirst ({ question, ... }: platform.${question}) { value = otherwise; } questions;
    in
    found.value;

  libcs = [
    (when "isDarwin" "libSystem")
    (when "isMinGW" "msvcrt")
    (when "isWasi" "wasilibc")
    (when "isWasm" null)
    (when "isRedox" "relibc")
    (when "isMusl" "musl")
    (when "isUClibc" "uclibc")
    (when "isAndroid" "bionic")
    (when "isLinux" "glibc")
    (when "isFreeBSD" "fblibc")
    (when "isOpenBSD" "oblibc")
    (when "isNetBSD" "nblibc")
    (when "isAvr" "avrlibc")
    (when "isGhcjs" null)
    (when "isNone" "newlib")
  ];

  linuxArchs = [
    (when "isAarch32" "arm")
    (when "isAarch64" "arm64")
    (when "isx86_32" "i386")
    (when "isx86_64" "x86_64")
    (when "isMicroBlaze" "microblaze")
    (when "isMips" "mips")
    (when "isPower" "powerpc")
    (when "isRiscV" "riscv")
    (when "isS390" "s390")
    (when "isLoongArch64" "loongarch")
  ];

  efiArchs = [
    (when "isx86_32" "ia32")
    (when "isx86_64" "x64")
    (when "isAarch32" "arm")
    (when "isAarch64" "aa64")
  ];

  kernelsOfUname = {
    linux = "Linux";
    windows = "Windows";
    darwin = "Darwin";
    netbsd = "NetBSD";
    freebsd = "FreeBSD";
    openbsd = "OpenBSD";
    wasi = "Wasi";
    redox = "Redox";
    genode = "Genode";
  };

  withSharedLibraries = [
    "isAndroid"
    "isGnu"
    "isMusl"
    "isDarwin"
    "isSunOS"
    "isOpenBSD"
    "isFreeBSD"
    "isNetBSD"
    "isCygwin"
    "isMinGW"
    "isWindows"
    "isWasm"
  ];

  # What follows. `final` is the result, so that what is given beside the name is asked, too.
  conclusions =
    args: final:
    let
      cpu = final.parsed.cpu.name;
      littleEndian = optionalString final.isLittleEndian;
      renamed =
        old: new:
        if args ? ${old} && !(args ? ${new}) then
          throw "For android `${old}` has been renamed to `${new}`"
        else
        # both versions are there if that of the SDK is
        if args ? androidSdkVersion then
          args.${new}
        else
          null;
      built = {
        linux-kernel = args.linux-kernel or { };
        gcc = args.gcc or { };
      }
      // lib.systems.platforms.select final;
    in
    {
      parsed = parse.mkSystemFromString (args.config or args.system);
      system = parse.doubleFromSystem final.parsed;
      config = parse.tripleFromSystem final.parsed;

      canExecute =
        platform:
        final.isAndroid == platform.isAndroid
        && parse.isCompatible final.parsed.cpu platform.parsed.cpu
        && final.parsed.kernel == platform.parsed.kernel;
      isCompatible =
        _:
        throw "2022-05-23: isCompatible has been removed in favor of canExecute, refer to the 22.11 changelog for details";

      useLLVM = final.isFreeBSD || final.isOpenBSD;
      libc = firstOf final libcs "native/impure";
      linker =
        if final.useLLVM or false then
          "lld"
        else if final.isDarwin then
          "cctools"
        else
          "bfd";
      libDir =
        if !final.isLinux then
          null
        else if final.isx86_64 || final.isMips64 || final.isPower64 then
          "lib64"
        else
          "lib";

      extensions =
        optionalAttrs final.hasSharedLibraries {
          sharedLibrary =
            if final.isDarwin then
              ".dylib"
            else if final.isWindows then
              ".dll"
            else
              ".so";
        }
        // {
          staticLibrary = if final.isWindows then ".lib" else ".a";
          library = if final.isStatic then final.extensions.staticLibrary else final.extensions.sharedLibrary;
          executable = optionalString final.isWindows ".exe";
        };
      hasSharedLibraries = lib.any (question: final.${question}) withSharedLibraries && !final.isStatic;
      isStatic = final.isWasi || final.isRedox;

      useAndroidPrebuilt = false;
      useiOSPrebuilt = false;

      uname = {
        system = kernelsOfUname.${final.parsed.kernel.name} or null;
        processor =
          if final.isPower64 then
            "ppc64${littleEndian "le"}"
          else if final.isPower then
            "ppc${littleEndian "le"}"
          else if final.isMips64 then
            "mips64"
          else
            cpu;
        release = null;
      };

      inherit (built) linux-kernel gcc;
      rustc = args.rustc or { };

      linuxArch = firstOf final linuxArchs cpu;
      ubootArch = firstOf final [
        (when "isx86_32" "x86")
        (when "isMips64" "mips64")
      ] final.linuxArch;
      qemuArch =
        if final.isAarch32 then
          "arm"
        else if final.isS390 && !final.isS390x then
          null
        else if final.isx86_64 then
          "x86_64"
        else if final.isx86 then
          "i386"
        else if final.isMips64n32 then
          "mipsn32${littleEndian "el"}"
        else if final.isMips64 then
          "mips64${littleEndian "el"}"
        else
          final.uname.processor;
      efiArch = firstOf final efiArchs cpu;

      darwinArch =
        {
          armv7a = "armv7";
          aarch64 = "arm64";
        }
        .${cpu} or cpu;
      darwinPlatform = firstOf final [
        (when "isMacOS" "macos")
        (when "isiOS" "ios")
      ] null;
      darwinSdkVersion = final.sdkVer or (if final.isAarch64 then "11.0" else "10.12");
      darwinMinVersion = final.darwinSdkVersion;
      darwinMinVersionVariable = firstOf final [
        (when "isMacOS" "MACOSX_DEPLOYMENT_TARGET")
        (when "isiOS" "IPHONEOS_DEPLOYMENT_TARGET")
      ] null;

      androidSdkVersion = renamed "sdkVer" "androidSdkVersion";
      androidNdkVersion = renamed "ndkVer" "androidNdkVersion";
    };

  demanded =
    platform:
    builtins.foldl' (
      isFine: { assertion, message }: if assertion platform then isFine else throw message
    ) true platform.parsed.abi.assertions or [ ];
in
given:
let
  args = if builtins.isString given then { system = given; } else given;
  final =
    conclusions args final
    // emulators final
    // builtins.mapAttrs (_: isMet: isMet final.parsed) lib.systems.inspect.predicates
    // builtins.mapAttrs (
      _: isMet: isMet final.gcc.arch or "default"
    ) lib.systems.architectures.predicates
    // args
    // {
      rust = rust args final;
    };
in
assert final.useAndroidPrebuilt -> final.isAndroid;
assert demanded final;
final
