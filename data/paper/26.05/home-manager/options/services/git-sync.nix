{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.git-sync;
  "repositories.<name>.name" = name: "${name}";
}
