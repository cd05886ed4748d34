{
  outputs = { self, nixpkgs }: { nixosConfigurations = nixpkgs.hosts; };
}
