{
  config,
  lib,
  options,
  pkgs,
}:
{
  "settings.Ebpf.ModulesPath" = let cfg = config.services.opensnitch; in
if cfg.settings.ProcMonitorMethod == "ebpf" then
  "\\$\\{config.boot.kernelPackages.opensnitch-ebpf\\}/etc/opensnitchd"
else null;
}
