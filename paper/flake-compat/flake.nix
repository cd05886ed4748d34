{
  description = "flake-compat on paper";

  outputs = { self }: { lib = import ./.; };
}
