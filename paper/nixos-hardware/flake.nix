{
  description = "nixos-hardware on paper";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs = _: {
    nixosModules =
      builtins.mapAttrs (_: import ./module.nix) (builtins.fromJSON (builtins.readFile ./data/names.json))
      // {
        common-pc-laptop-acpi_call = throw "common-pc-laptop-acpi_call has been removed because it is obsolete";
      };
  };
}
