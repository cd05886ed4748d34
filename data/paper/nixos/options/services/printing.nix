{
  config,
  lib,
  options,
  pkgs,
}:
{
  "browsed.enable" = config.services.avahi.enable;
  "cups-pdf.instances.<name>.settings.GhostScript" = name: lib.getExe pkgs.ghostscript;
  "package" = pkgs.cups;
}
