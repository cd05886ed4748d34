{ lib }:
{
  toHyprconf = import ./hyprconf.nix { inherit lib; };
  toKDL = _: import ./kdl.nix { inherit lib; };
  toSCFG = _: import ./scfg.nix { inherit lib; };
}
