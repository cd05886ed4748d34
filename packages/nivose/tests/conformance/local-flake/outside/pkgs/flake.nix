{
  outputs = { self }: { name = "pkgs"; };
}
