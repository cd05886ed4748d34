{
  config,
  lib,
  options,
  pkgs,
}:
{
  "directories.<name>.directory" = name: "${name}";
  "package" = pkgs.mypy;
}
