{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.firefox;
  "profiles.<name>.bookmarks.*.name" = name: "${name}";
  "profiles.<name>.bookmarks.*.bookmarks.*.name" = name: "${name}";
  "profiles.<name>.bookmarks.*.bookmarks.*.bookmarks.*.name" = name: "${name}";
  "profiles.<name>.name" = name: "${name}";
  "profiles.<name>.path" = name: "${name}";
}
