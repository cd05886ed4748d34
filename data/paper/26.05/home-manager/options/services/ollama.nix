{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ollama;
}
