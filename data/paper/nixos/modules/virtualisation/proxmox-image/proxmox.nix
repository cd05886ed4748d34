{
  config,
  lib,
  options,
  pkgs,
}:
{
  "filenameSuffix" = config.proxmox.qemuConf.name;
  "partitionTableType" = if config.proxmox.qemuConf.bios == "seabios" then "legacy" else "efi";
  "qemuConf.name" = "nixos-${config.system.nixos.label}";
}
