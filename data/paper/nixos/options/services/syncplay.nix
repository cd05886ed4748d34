{
  config,
  lib,
  options,
  pkgs,
}:
{
  "motdFile" = let inherit (config) services; in
if services.syncplay.motd != null then (builtins.toFile "motd" services.syncplay.motd) else null;
  "package" = pkgs.syncplay-nogui;
  "permanentRoomsFile" = let inherit (config) services; in
if services.syncplay.permanentRooms != [ ] then (builtins.toFile "perm" (builtins.concatStringsSep "\n" services.syncplay.permanentRooms)) else null;
}
