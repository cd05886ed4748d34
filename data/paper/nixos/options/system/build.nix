{
  config,
  lib,
  options,
  pkgs,
}:
{
  "installBootLoader" = pkgs.writeShellScript "no-bootloader" ''
  echo 'Warning: do not know how to make this configuration bootable; please enable a boot loader.' 1>&2
'';
}
