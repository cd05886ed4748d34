# A derivation of which is known what it is, and not what is in it. Its output is a folder with nothing but the link
# `manifest.nix`, which Nix puts there and which leads nowhere. Systems have hundreds of them, so it is kept short.
{ name, about }:
derivation {
  inherit name about;
  system = "builtin";
  builder = "builtin:buildenv";
  derivations = "";
  manifest = "/unknown-on-paper";
  preferLocalBuild = true;
}
