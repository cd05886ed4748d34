{
  config,
  lib,
  options,
  pkgs,
}:
{
  "file.<name>.target" = name: name;
  "profileDirectory" = let inherit (config) home; inherit (lib) or; in
"${home.homeDirectory}/.nix-profile"  or
"/etc/profiles/per-user/${home.username}";
}
