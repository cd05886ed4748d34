{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.private-gpt;
}
