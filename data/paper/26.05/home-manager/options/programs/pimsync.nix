{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pimsync;
  "settings" = [
  {
    name = "status_path";
    params = [ "${config.xdg.dataHome}/pimsync/status" ];
  }
];
}
