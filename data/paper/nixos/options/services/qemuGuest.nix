{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.qemu_kvm.ga;
}
