{
  config,
  lib,
  options,
  pkgs,
}:
{
  "bootPartition" = if config.virtualisation.useEFIBoot then "/dev/disk/by-label/ESP" else null;
  "directBoot.enable" = !config.virtualisation.useBootLoader;
  "diskImage" = "./${config.system.name}.qcow2";
  "efi.firmware" = config.virtualisation.efi.OVMF.firmware;
  "efi.keepVariables" = config.virtualisation.useBootLoader;
  "efi.variables" = config.virtualisation.efi.OVMF.variables;
  "host.pkgs" = pkgs;
  "installBootLoader" = config.virtualisation.useBootLoader && config.virtualisation.useDefaultFilesystems;
  "mountHostNixStore" = !config.virtualisation.useNixStoreImage && !config.virtualisation.useBootLoader;
  "tpm.package" = pkgs.swtpm;
  "vlans" = if config.virtualisation.interfaces == {} then [ 1 ] else [ ];
  "writableStore" = config.virtualisation.mountHostNixStore;
}
