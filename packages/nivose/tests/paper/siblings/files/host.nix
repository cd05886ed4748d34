# A system or a home that has nothing but the options that modules of secrets ask for.
{ lib }:
{ modules, config }:
let
  anything = lib.mkOption {
    type = lib.types.lazyAttrsOf lib.types.anything;
    default = { };
  };
  listOf =
    type:
    lib.mkOption {
      type = lib.types.listOf type;
      default = [ ];
    };
  package =
    name:
    derivation {
      inherit name;
      system = "x86_64-linux";
      builder = "/bin/sh";
    };

  found =
    (lib.evalModules {
      specialArgs.utils.pathsNeededForBoot = [ "/var/log" ];
      modules = modules ++ [
        {
          options =
            lib.genAttrs [
              "boot"
              "fileSystems"
              "home"
              "launchd"
              "services"
              "system"
              "users"
              "xdg"
            ] (_: anything)
            // {
              assertions = listOf lib.types.anything;
              warnings = listOf lib.types.str;
              systemd = {
                services = anything;
                user = anything;
                mounts = listOf lib.types.anything;
                sysusers.enable = lib.mkOption {
                  type = lib.types.bool;
                  default = false;
                };
              };
            };
          config = {
            _module.args.pkgs = {
              age = package "age";
              gnupg = package "gnupg";
              writeText = name: text: builtins.toFile name text;
              stdenv.hostPlatform = {
                system = "x86_64-linux";
                isDarwin = false;
                isLinux = true;
              };
              callPackage = file: more: import file ({ inherit lib; } // more);
            };
          };
        }
        config
      ];
    }).config;
in
found
// {
  # The messages of what is demanded and is not so.
  failed = map (demand: demand.message) (lib.filter (demand: !demand.assertion) found.assertions);
}
