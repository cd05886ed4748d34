let
  make =
    name: more:
    derivation (
      {
        inherit name;
        system = "x86_64-linux";
        builder = "/bin/sh";
      }
      // more
    );
in
{
  plain = make "plain" {
    outputs = [
      "out"
      "dev"
    ];
    "1" = "numbers come first";
  };
  fixed = make "fixed" { outputHash = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="; };
  hidden.inner = make "hidden" { };
  shown = {
    recurseForDerivations = true;
    inner = make "inner" { text = "é\n"; };
  };
  number = 1;
}
