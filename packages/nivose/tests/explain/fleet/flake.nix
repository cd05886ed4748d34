{
  description = "Hosts whose options have all that an explanation may meet, over a module system as small as it can be";

  outputs =
    { self }:
    let
      modules = import ./lib/modules.nix;
      host = file: hostOf [ file ];
      hostOf =
        own:
        modules.evalModules (
          [
            ./modules/web.nix
            ./modules/base.nix
          ]
          ++ own
        );
    in
    {
      nixosConfigurations = {
        luna = host ./hosts/luna.nix;
        sol = host ./hosts/sol.nix;
        terra = host ./hosts/terra.nix;
        nova = hostOf [
          ./hosts/nova
          (
            { lib, ... }:
            {
              services.web.plugins = lib.mkAfter [ "inline" ];
            }
          )
        ];
        bare.config = { };
      };
    };
}
