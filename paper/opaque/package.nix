# The outputs that are packages of a system. A package is called by its attribute, and has what is selected below it,
# since some are sets of packages.
{
  about,
  each,
  selected,
}:
let
  unknown = what: import ./declare/unknown.nix "${what} of the input ${about.input}";

  package =
    path: name: system:
    let
      drv = derivation {
        inherit name system;
        builder = "unknown on paper";
        input = about.input;
        attribute = path;
      };
      self =
        selected (name: package "${path}.${name}" name system)
        // drv
        // {
          name = unknown "the name of the package ${path}";
          pname = unknown "the name of the package ${path}";
          version = unknown "the version of the package ${path}";
          meta.mainProgram = name;
          override = _: self;
          overrideAttrs = _: self;
          overrideDerivation = _: self;
          __functor = _: _: unknown "what the package ${path} is called for";
        };
    in
    self;

  app = path: {
    type = "app";
    program = unknown "the program of ${path}";
  };

  all = output: make: each about.systems (system: make "${output}.${system}" system);
  named =
    names: path: system:
    each (names ++ about.names) (name: package "${path}.${name}" name system);
in
{
  packages = all "packages" (named [ "default" ]);
  legacyPackages = all "legacyPackages" (named [ ]);
  checks = all "checks" (named [ ]);
  devShells = all "devShells" (named [ "default" ]);
  defaultPackage = all "defaultPackage" (path: package path "default");
  devShell = all "devShell" (path: package path "default");
  formatter = all "formatter" (path: package path "formatter");
  apps = all "apps" (path: _: each ([ "default" ] ++ about.names) (name: app "${path}.${name}"));
  defaultApp = all "defaultApp" (path: _: app path);
}
