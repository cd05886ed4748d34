{
  config,
  lib,
  options,
  ...
}:
let
  inherit (lib) mkOption types;
  inherit (config.users) users;

  places = import ./places.nix { inherit config lib; };

  machine =
    { name, config, ... }:
    import ./submodule-options.nix {
      inherit lib name config;
      user = "root";
      group = "root";
      homeDir = null;
    };

  ofUsers =
    { name, config, ... }:
    let
      place = name;
      ofPlace = config;
    in
    {
      options.users = mkOption {
        type = types.attrsOf (
          types.submodule (
            { name, config, ... }:
            import ./submodule-options.nix {
              inherit lib;
              name = place;
              config = ofPlace // config;
              usersOpts = true;
              user = name;
              inherit (users.${name}) group;
              homeDir = users.${name}.home;
            }
          )
        );
        default = { };
      };
    };
in
{
  options.environment.persistence = mkOption {
    type = types.attrsOf (
      types.submodule [
        machine
        ofUsers
      ]
    );
    default = { };
  };

  config = lib.mkMerge [
    (lib.optionalAttrs (options ? home-manager.sharedModules) {
      home-manager.sharedModules = [
        ./home-manager.nix
        { home._nixosModuleImported = true; }
      ];
    })
    (lib.mkIf (places != { }) {
      assertions = import ./assertions.nix { inherit config lib places; };
    })
  ];
}
