# The library of deploy-rs for one system: packages that can be activated, and checks of what is deployed.
pkgs:
let
  inherit (pkgs) lib;

  # `dryActivate` and `boot` may be set on the function itself.
  custom = {
    __functor =
      self: base: script:
      activatable base {
        activate = script;
        dryActivate = self.dryActivate or "echo ${pkgs.writeScript "activate" script}";
        boot = self.boot or "echo ${pkgs.writeScript "activate" script}";
      };
  };

  # The name of a package is not known on paper; the package that is made of it has one all the same.
  nameOf =
    base:
    let
      known = builtins.tryEval base.name;
    in
    if known.success then known.value else "package";

  activatable =
    base: scripts:
    pkgs.buildEnv {
      name = "activatable-${nameOf base}";
      paths = [
        base
        (pkgs.writeTextFile {
          name = "${nameOf base}-activate-path";
          destination = "/deploy-rs-activate";
          executable = true;
          text = ''
            if [ "''${DRY_ACTIVATE:-}" = 1 ]; then
              ${scripts.dryActivate}
            elif [ "''${BOOT:-}" = 1 ]; then
              ${scripts.boot}
            else
              ${scripts.activate}
            fi
          '';
        })
        (pkgs.writeTextFile {
          name = "${nameOf base}-activate-rs";
          destination = "/activate-rs";
          executable = true;
          text = ''exec ${(import ./package.nix pkgs).deploy-rs}/bin/activate "$@"'';
        })
      ];
    };

  switch = "$PROFILE/bin/switch-to-configuration";
  system = base: base.config.system.build.toplevel;

  activate = {
    inherit custom;
    noop = base: custom base ":";
    nixos =
      base:
      (
        custom
        // {
          dryActivate = "${switch} dry-activate";
          boot = "${switch} boot";
        }
      )
        (system base)
        "${switch} switch";
    darwin = base: custom (system base) "HOME=/var/root $PROFILE/activate";
    home-manager = base: custom base.activationPackage "$PROFILE/activate";
  };
in
{
  inherit activate;
  setActivate = builtins.trace "deploy-rs#lib.setActivate is deprecated, use activate.noop, activate.nixos or activate.custom instead" custom;

  deployChecks = deploy: {
    deploy-schema = pkgs.runCommand "jsonschema-deploy-system" { } ''
      test -e ${pkgs.writeText "deploy.json" (builtins.toJSON deploy)}
      touch $out
    '';
    deploy-activate = pkgs.runCommand "deploy-rs-check-activate" { } ''
      for path in ${
        lib.concatMapStringsSep " " (profile: toString profile.path) (
          lib.concatMap (node: lib.attrValues node.profiles) (lib.attrValues deploy.nodes)
        )
      }; do
        test -e $path/deploy-rs-activate
        test -e $path/activate-rs
      done
      touch $out
    '';
  };
}
