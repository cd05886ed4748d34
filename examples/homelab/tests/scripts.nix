# That shellcheck has nothing to say about the scripts.
{ pkgs, ... }:
pkgs.runCommand "scripts" { nativeBuildInputs = [ pkgs.shellcheck ]; } ''
  shellcheck ${../scripts}/*.sh
  touch $out
''
