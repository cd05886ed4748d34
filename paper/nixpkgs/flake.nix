{
  description = "nixpkgs on paper";

  outputs = { self }: {
    lib = import ./lib;
  };
}
