{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mistral-vibe;
}
