# As much of nixpkgs as `simpleFlake` asks for.
{
  system,
  config,
  overlays,
}:
let
  prev = {
    inherit system config;
    greeting = "hello ${system}";
  };
  final = builtins.foldl' (set: overlay: set // overlay final set) prev overlays;
in
final
