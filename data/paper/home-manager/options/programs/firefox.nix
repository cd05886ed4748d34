{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.firefox;
  "profiles.<name>.bookmarks.*.name" = name1: name: "${name}";
  "profiles.<name>.bookmarks.*.bookmarks.*.name" = name1: name2: name: "${name}";
  "profiles.<name>.bookmarks.*.bookmarks.*.bookmarks.*.name" = name1: name2: name3: name: "${name}";
  "profiles.<name>.name" = name: "${name}";
  "profiles.<name>.path" = name: "${name}";
}
