# Each attribute reads something that has to be built, or put into the store, first. `salt` makes it new.
{ salt, source }:
let
  make =
    name: script: more:
    derivation (
      {
        inherit name salt;
        system = builtins.currentSystem;
        builder = "/bin/sh";
        args = [
          "-c"
          script
        ];
      }
      // more
    );
  dependency = make "dependency" "echo dependency > $out" { };
  everything =
    make "everything.nix"
      ''
        read a < ${dependency}; read b < $source/kept; read c < $text; read d < $flat; read e < $linked/link
        echo "{ a = \"$a\"; b = \"$b\"; c = \"$c\"; d = \"$d\"; e = \"$e\"; dependency = \"$dependency\"; }" > $out
        echo $text > $dev
        echo $source/*
      ''
      {
        inherit dependency;
        outputs = [
          "out"
          "dev"
        ];
        source = builtins.path {
          path = source;
          name = "filtered";
          filter = path: _type: baseNameOf path != "dropped";
        };
        text = builtins.toFile "text" "text of ${dependency.name} ${builtins.toFile "inner" salt}\n";
        flat = builtins.path {
          path = source + "/kept";
          recursive = false;
          name = "flat";
        };
        linked = source;
      };
  folder = make "folder" "mkdir $out; echo 1 > $out/default.nix; : > $out/empty" {
    PATH = "/usr/bin:/bin";
  };
  digits = text: builtins.replaceStrings [ salt ] [ "SALT" ] text;
in
{
  imported = builtins.removeAttrs (import everything) [ "dependency" ];
  context = builtins.attrValues (builtins.getContext (builtins.readFile everything));
  otherOutput = builtins.attrNames (builtins.getContext (builtins.readFile everything.dev)) == [ everything.text ];
  noContext = builtins.hasContext (builtins.readFile dependency);
  drvPathOfReader =
    (derivation {
      name = "reader";
      system = "x";
      builder = "y";
      text = builtins.readFile everything;
    }).drvPath;
  folder = [
    (import folder)
    (builtins.readDir folder)
    (builtins.pathExists "${folder}/empty")
    (builtins.pathExists "${folder}/none")
    (builtins.readFileType folder)
    (builtins.hashFile "sha256" "${folder}/default.nix")
  ];
  copyOfOutput = "${builtins.path {
    path = folder;
    name = "copy";
    filter = path: _type: baseNameOf path != "empty";
  }}";
  found =
    builtins.findFile [
      {
        prefix = "here";
        path = folder;
      }
    ] "here/empty" != null;
  derivationFile = builtins.attrNames (import everything.drvPath);
  derivationFileOutput = (import everything.drvPath).dev.outPath == everything.dev.outPath;
  derivationText = builtins.stringLength (builtins.readFile dependency.drvPath);
  textFile = digits (import (builtins.toFile "text.nix" "\"${salt}\""));
  copied = [
    (builtins.readDir "${source}")
    (builtins.readFile "${source + "/kept"}")
    (builtins.readDir (builtins.filterSource (path: _type: baseNameOf path == "kept") source))
  ];
  refused = import (make "refused" "echo no; exit 4" { });
  refusedDependency = import (make "refused" "exit 0" { input = make "needed" "exit 5" { }; });
  noOutput = builtins.readFile (make "nothing" "exit 0" { });
  slow = import (make "slow" "sleep 20" { PATH = "/usr/bin:/bin"; });
}
