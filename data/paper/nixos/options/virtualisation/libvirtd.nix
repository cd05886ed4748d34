{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.libvirt;
  "qemu.ovmf.packages" = [ pkgs.OVMF.fd ];
  "qemu.package" = pkgs.qemu;
  "qemu.swtpm.package" = pkgs.swtpm;
}
