{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.endlessh-go;
}
