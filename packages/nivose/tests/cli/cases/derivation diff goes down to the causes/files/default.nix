{
  flags ? "",
}:
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
  system =
    { library, motd, extra ? { } }:
    make "system" (
      {
        tools = [
          (make "tool-1.0" { inherit library; })
          (make "other" { args = [ "${library}/bin/other" "--verbose" ]; })
        ];
        motd = builtins.toFile "motd" motd;
      }
      // extra
    );
  library =
    version: script:
    make "library-${version}" {
      inherit version script flags;
      buildInputs = "a b c d e ${version}";
    };
in
{
  a = system {
    library = library "1.0" "one\ntwo\nthree\n";
    motd = "hello";
  };
  b = system {
    library = library "1.1" "one\n2\nthree\n";
    motd = "hallo";
    extra.more = make "more" { };
  };
}
