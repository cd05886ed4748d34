# The flake of a folder as its users have it, in any Nix: functions of flakes are not in all of them.
folder:
let
  self = (import (folder + "/flake.nix")).outputs { inherit self; } // {
    outPath = toString folder;
  };
in
self
