{
  name ? "one",
}:
rec {
  one = derivation {
    inherit name;
    system = "x86_64-linux";
    builder = "/bin/sh";
  };
  two = derivation {
    name = "two";
    system = "x86_64-linux";
    builder = "/bin/sh";
    args = [ (builtins.toFile "args" "${one.name}") ];
    input = one;
  };
}
