# What the functions of flake-utils give, the same as with the real one.
{ flake-utils }:
let
  inherit (flake-utils) lib;
  package = name: meta: {
    type = "derivation";
    inherit name meta;
  };
  fails = value: !(builtins.tryEval (builtins.deepSeq value value)).success;
  checks = lib.check-utils "x86_64-linux";
  drv = check: [
    check.name
    check.drvPath
  ];
in
{
  inherit (lib) allSystems defaultSystems system;

  each = lib.eachSystem [ "x86_64-linux" "riscv64-linux" ] (system: {
    packages.default = system;
    ${if system == "riscv64-linux" then "onlyThere" else null} = 1;
  });
  lazy =
    builtins.attrNames
      (lib.eachSystem [ "x86_64-linux" ] (system: {
        packages = throw "not read";
      })).packages;
  none = lib.eachSystem [ ] (_: {
    a = 1;
  });
  default = lib.eachDefaultSystem (system: {
    packages.x = system;
  });
  map = lib.eachSystemMap [ "a" "b" ] (system: {
    packages = system;
  });
  defaultMap = lib.eachDefaultSystemMap (system: {
    packages = system;
  });

  flat = lib.flattenTree {
    a = package "a" { };
    b = {
      recurseForDerivations = true;
      c = package "c" { };
      d = {
        e = package "e" { };
      };
      f = {
        recurseForDerivations = true;
        g = package "g" { };
      };
    };
    "b/c" = package "another" { };
    h = 1;
    i.recurseForDerivations = "yes";
  };
  filtered = builtins.attrNames (
    lib.filterPackages "x86_64-linux" {
      good = package "good" { };
      broken = package "broken" { broken = true; };
      here = package "here" { platforms = [ "x86_64-linux" ]; };
      elsewhere = package "elsewhere" { platforms = [ "aarch64-linux" ]; };
      bad = package "bad" { badPlatforms = [ "x86_64-linux" ]; };
      set = { };
    }
  );
  "no package" = map fails [
    (lib.filterPackages "x86_64-linux" { a = 1; })
    (lib.filterPackages "no-system" { a = package "a" { }; })
  ];
  meld = lib.meld { value = 1; } [
    ./files/utils/one.nix
    ./files/utils/two.nix
  ];
  app = [
    (lib.mkApp {
      drv = {
        outPath = "/store/a";
        name = "a";
      };
    })
    (lib.mkApp {
      drv = {
        outPath = "/store/a";
        pname = "p";
        name = "p-1";
      };
    })
    (lib.mkApp {
      drv = {
        outPath = "/store/a";
        name = "a";
        passthru.exePath = "/libexec/a";
      };
    })
    (lib.mkApp {
      drv = {
        outPath = "/store/a";
      };
      name = "n";
    })
    (lib.mkApp {
      drv = {
        outPath = "/store/a";
      };
      exePath = "/e";
    })
  ];
  simple = lib.simpleFlake {
    self = { };
    nixpkgs = ./files/utils/nixpkgs.nix;
    name = "words";
    overlay = ./files/utils/overlay.nix;
    preOverlays = [ (final: prev: { more = 1; }) ];
    systems = [ "x86_64-linux" ];
  };
  simpleShell = lib.simpleFlake {
    self = { };
    nixpkgs = ./files/utils/nixpkgs.nix;
    name = "words";
    shell = { pkgs }: "shell of ${pkgs.system}";
  };
  checks = map drv [
    (checks.isEqual 1 1)
    (checks.isEqual "a b" "..b/c")
    (checks.isEqual "" null)
    (checks.hasKey { a = 1; } "a")
    (checks.hasKey { a = 1; } "b")
    (checks.isEqual "long" (builtins.concatStringsSep "" (builtins.genList toString 200)))
    ((lib.check-utils { system = "aarch64-linux"; }).isEqual 1 1)
  ];
}
