{
  description = "The lib of nixpkgs on paper";

  outputs = { self }: { lib = import ./lib; };
}
