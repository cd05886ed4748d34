# `pkgs.testers`. The test of machines is not run: it depends on the systems of its nodes and on its script.
{
  lib,
  make,
  pkgs,
  system,
  ...
}@context:
let
  inherit (lib) mkOption types;
  byName = import ./by-name.nix context;
  unknown = import ../../declare/unknown.nix;

  tester = name: byName "testers.${name}" name;

  options = {
    freeformType = types.lazyAttrsOf types.raw;
    options = {
      name = mkOption { type = types.str; };
      defaults = mkOption {
        type = types.deferredModule;
        default = { };
      };
      nodes = mkOption {
        type = types.lazyAttrsOf types.deferredModule;
        default = { };
      };
      testScript = mkOption { type = types.raw; };
    };
  };

  # What a test adds to its machines declares options that are not known here.
  nodeOf =
    test: name: module:
    import ../../nixos/lib/eval-config.nix {
      inherit lib system;
      pkgs = test.node.pkgs or pkgs;
      specialArgs = test.node.specialArgs or { };
      modules = [
        test.defaults
        module
        {
          _module.check = false;
          networking.hostName = lib.mkDefault name;
        }
      ];
    };

  runNixOSTest =
    module:
    let
      evaluated = lib.evalModules {
        modules = [
          options
          module
          { _module.args = { inherit lib pkgs; }; }
        ];
      };
      test = evaluated.config;
      nodes = builtins.mapAttrs (name: node: (nodeOf test name node).config) test.nodes;
      label = "nixosTest";
    in
    make {
      inherit label;
      name = "vm-test-run-${test.name}";
      kind = label;
      usual = {
        inherit nodes;
        config = test;
        driver = unknown "the driver of a test";
        driverInteractive = unknown "the driver of a test";
      };
      given = _: {
        inherit (test) name;
        nodes = builtins.mapAttrs (_: node: node.system.build.toplevel) nodes;
        testScript =
          if lib.isFunction test.testScript then test.testScript { inherit nodes; } else test.testScript;
      };
    };
in
lib.genAttrs [
  "hasPkgConfigModules"
  "invalidateFetcherByDrvHash"
  "lycheeLinkCheck"
  "nixpkgs-hammer"
  "runCommand"
  "shellcheck"
  "testBuildFailure"
  "testEqualContents"
  "testEqualDerivation"
  "testMetaPkgConfig"
  "testVersion"
] tester
// {
  inherit runNixOSTest;
  nixosTest = runNixOSTest;
}
