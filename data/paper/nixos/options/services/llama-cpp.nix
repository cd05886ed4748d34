{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.llama-cpp;
}
