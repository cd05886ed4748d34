/** Machines, their names and their parts. */

import { type Kinds, one } from "./kind.ts";

const names = [
  "x86_64-linux",
  "aarch64-linux",
  "aarch64-darwin",
  "i686-linux",
  "armv7l-linux",
  "armv6l-unknown-linux-musleabihf",
  "riscv64-linux",
  "powerpc64-linux",
  "powerpc64-unknown-linux-gnu",
  "mips64el-unknown-linux-gnuabin32",
  "mipsel-linux",
  "s390-linux",
  "x86_64-w64-mingw32",
  "i686-cygwin",
  "aarch64-windows",
  "aarch64-apple-ios",
  "aarch64-apple-darwin20",
  "i686-unknown-netbsd9",
  "x86_64-unknown-freebsd14",
  "armv7l-unknown-netbsdeabihf",
  "aarch64-unknown-linux-android",
  "armv7a-unknown-linux-android",
  "wasm32-unknown-wasi",
  "wasm32-unknown-none",
  "x86_64-elf",
  "arm-none-eabi",
  "avr",
  "x86_64",
  "armv7l-linux-gnu",
  "javascript-unknown-ghcjs",
  "vax-linux",
  "x86_64-plan9",
  "x86_64-pc-linux-odd",
  "a-b-c",
  "a-b-c-d-e",
  "",
];

const parsed = (name: string): string => `(lib.systems.parse.mkSystemFromString "${name}")`;
const pattern = (name: string): string => `lib.systems.inspect.patterns.${name}`;

export const machines: Kinds = {
  machineName: one(...names.map((name) => `"${name}"`)),
  machine: (random, argument) => {
    const name = argument("machineName");
    const more = random.pick([
      "",
      "",
      "",
      'gcc.arch = "znver4"; ',
      'gcc.arch = "odd"; ',
      "isStatic = true; ",
      'libc = "musl"; ',
      "useLLVM = true; ",
      "useAndroidPrebuilt = true; ",
      'sdkVer = "30"; ',
      'androidSdkVersion = "33"; androidNdkVersion = "26"; ',
      'rust.rustcTarget = "mine"; ',
      'rust.platform = { arch = "x"; os = "y"; vendor = "z"; }; ',
      'rustc = { config = "older"; platform.target-family = "unix"; }; ',
      'linux-kernel = { name = "mine"; }; ',
    ]);
    if (more === "" && random.oneIn(2)) return name;
    return `{ ${random.pick(["system", "config"])} = ${name}; ${more}}`;
  },
  machineParts: one(...names.slice(0, 20).map(parsed), "{ }"),
  skeleton: one(
    '[ "x86_64" "linux" ]',
    '[ "avr" ]',
    '[ "x86_64" "cygwin" ]',
    '[ "arm" "none" "eabi" ]',
    '[ "x86_64" "apple" "darwin" ]',
    '[ "a" "b" "c" "d" ]',
    "[ ]",
  ),
  cpu: one(
    ...[
      "x86_64",
      "i386",
      "i686",
      "aarch64",
      "armv8a",
      "armv8m",
      "armv7l",
      "armv7m",
      "arm",
      "mips",
      "mips64",
      "wasm32",
    ].map((name) => `lib.systems.parse.cpuTypes.${name}`),
  ),
  machinePattern: one(
    ...["isLinux", "isDarwin", "isUnix", "isx86", "isx86_64", "isAarch64", "isGnu", "isEfi", "isArmv7", "isILP32"].map(
      pattern,
    ),
    "{ cpu = { bits = 64; }; }",
    "{ isStatic = true; }",
    "[ ]",
  ),
  predicate: one(
    '"isLinux"',
    '"isDarwin"',
    '"isUnix"',
    '"is64bit"',
    '"isGnu"',
    '"isMinGW"',
    '"isAarch32"',
    '"isBigEndian"',
  ),
  partType: one('"parsedPlatform"', '"cpuType"', '"openCpuType"', '"kernel"', '"openKernel"', '"abi"', '"bitWidth"'),
  platformName: one(
    '"pc"',
    '"raspberrypi2"',
    '"guruplug"',
    '"beaglebone"',
    '"aarch64-multiplatform"',
    '"apple-m1"',
    '"none"',
  ),
  architecture: one('"default"', '"znver3"', '"haswell"', '"x86-64-v4"', '"odd"'),
  buildPackages: one(
    ...["x86_64-linux", "aarch64-darwin", "i686-linux"].map(
      (name) =>
        `{ stdenv.hostPlatform = lib.systems.elaborate "${name}"; qemu-user = "qemu"; execline = "execline"; wasmtime = "wasmtime"; winePackagesFor = name: { minimal = name; }; }`,
    ),
  ),
};
