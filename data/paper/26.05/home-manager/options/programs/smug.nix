{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.smug;
  "projects.<name>.session" = name: "${name}";
}
