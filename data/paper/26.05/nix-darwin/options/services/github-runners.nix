{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.name" = name: "${name}";
  "<name>.package" = name: pkgs.github-runner;
}
