{
  inputs.part.url = "path:./part";
  outputs = { self, part }: { nixosConfigurations = part.hosts; };
}
