{
  inputs.shared.url = "path:../shared";
  outputs = _: { };
}
