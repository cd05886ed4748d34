{
  coreutils,
  gnugrep,
  lib,
  writeShellApplication,
}:
writeShellApplication {
  name = "boot-sectors";
  runtimeInputs = [
    coreutils
    gnugrep
  ];
  text = builtins.readFile ./boot-sectors.sh;
  meta = {
    description = "Tells whether the boot sectors of disks are whole";
    platforms = lib.platforms.linux;
  };
}
