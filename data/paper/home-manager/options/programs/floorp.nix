{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.floorp;
  "profiles.<name>.bookmarks.*.name" = name: "${name}";
  "profiles.<name>.bookmarks.*.bookmarks.*.name" = name: "${name}";
  "profiles.<name>.bookmarks.*.bookmarks.*.bookmarks.*.name" = name: "${name}";
  "profiles.<name>.name" = name: "${name}";
  "profiles.<name>.path" = name: "${name}";
}
