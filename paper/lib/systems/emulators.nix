# What runs programs of a machine on another one.
{ lib }:
final:
let
  emulatorOn =
    pkgs:
    let
      host = pkgs.stdenv.hostPlatform;
      inherit (final.parsed.cpu) bits;
      wine = (pkgs.winePackagesFor "wine${toString bits}").minimal;
    in
    if host.canExecute final then
      "${pkgs.execline}/bin/exec"
    else if final.isWindows then
      "${wine}/bin/wine${lib.optionalString (bits == 64) "64"}"
    else if final.isLinux && host.isLinux && final.qemuArch != null then
      "${pkgs.qemu-user}/bin/qemu-${final.qemuArch}"
    else if final.isWasi then
      "${pkgs.wasmtime}/bin/wasmtime"
    else if final.isMmix then
      "${pkgs.mmixware}/bin/mmix"
    else
      null;
in
{
  emulatorAvailable = pkgs: emulatorOn pkgs != null;

  staticEmulatorAvailable =
    pkgs: final.emulatorAvailable pkgs && (final.isLinux || final.isWasi || final.isMmix);

  emulator =
    pkgs:
    if final.emulatorAvailable pkgs then
      emulatorOn pkgs
    else
      throw "Don't know how to run ${final.config} executables.";
}
