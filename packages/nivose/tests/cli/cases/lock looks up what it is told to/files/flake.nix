{
  inputs.shared = {
    url = "path:PLACE/shared";
    flake = false;
  };
  inputs.other = {
    url = "path:PLACE/other";
    flake = false;
  };
  outputs = _: { };
}
