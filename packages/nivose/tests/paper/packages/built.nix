# Derivations that real Nix builds: of each kind one, and a text that depends on all of them.
nixpkgs:
let
  pkgs = import nixpkgs { system = "x86_64-linux"; };
  # Whatever the system, it is built here.
  other = import nixpkgs { system = "aarch64-darwin"; };
  tree = import (nixpkgs + "/pkgs/build/tree.nix");
  lines = builtins.concatStringsSep "" (builtins.genList (number: "line ${toString number}\n") 20000);
in
rec {
  package = pkgs.hello;
  output = pkgs.openssl.dev;
  foreign = other.hello;
  overridden = pkgs.hello.overrideAttrs { patches = [ ./cases.nix ]; };
  script = pkgs.writeShellScript "run" "echo built";
  command = pkgs.writeShellApplication {
    name = "command";
    runtimeInputs = [ package ];
    text = "hello";
  };
  derivation = pkgs.stdenv.mkDerivation {
    pname = "own";
    version = "1";
    buildInputs = [ pkgs.zlib ];
  };
  joined = pkgs.symlinkJoin {
    name = "joined";
    paths = [
      package
      script
    ];
  };
  large = pkgs.writeText "large" (lines + lines);
  odd = pkgs.writeText "odd" "ünï ${builtins.placeholder "out"} $ \\ '' \t\n";
  folder = tree {
    name = "folder";
    files = {
      activate = {
        text = "#!/bin/sh\n";
        executable = true;
      };
      "etc/a/rather/long/path/${builtins.concatStringsSep "" (builtins.genList (_: "x") 120)}".text = "a";
      "etc/link".link = "${package}/bin/hello";
      "etc/relative".link = "a";
    };
  };
  all = pkgs.writeText "all" (
    builtins.concatStringsSep "\n" (
      map toString [
        package
        output
        foreign
        overridden
        script
        command
        derivation
        joined
        large
        odd
        folder
      ]
    )
  );
}
