{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs";
  outputs = { nixpkgs, ... }: { nixosConfigurations.far = nixpkgs.host; };
}
