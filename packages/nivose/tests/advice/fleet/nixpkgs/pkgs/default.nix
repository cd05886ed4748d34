# Packages that are names only, and the checks that refuse some of them.
{
  lib,
  config ? { },
  overlays ? [ ],
}:
let
  refuse =
    package: reason:
    throw "Package ‘${package.name}-${package.version}’ in ${toString ./default.nix}:7 ${reason}, refusing to evaluate.\n\na) …";
  checked =
    package:
    let
      isAllowed = (config.allowUnfreePredicate or (_: false)) package;
      permitted = config.permittedInsecurePackages or [ ];
    in
    if package.unfree or false && !isAllowed then
      refuse package "has an unfree license (‘unfree’)"
    else if package.insecure or false && !builtins.elem "${package.name}-${package.version}" permitted then
      refuse package "is marked as insecure"
    else
      package;
  package =
    name: version: more:
    let
      it = {
        inherit name version;
      }
      // more;
    in
    it // { drvPath = (checked it).name; };
  base = {
    inherit lib;
    stdenv.hostPlatform.system = "x86_64-linux";
    stdenv.isLinux = true;
    git = package "git" "2.47" { };
    hello = package "hello" "2.12" { };
    nginx = package "nginx" "1.26" { };
    openssl_1_1 = package "openssl" "1.1.1w" { insecure = true; };
    ripgrep = package "ripgrep" "14.1" { };
    vim-full = package "vim-full" "9.1" { };
    vscode = package "vscode" "1.95" { unfree = true; };
  };
  final = builtins.foldl' (previous: overlay: previous // overlay final previous) base overlays;
in
final
