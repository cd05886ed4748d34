{
  inputs.shared.url = "git+file://PLACE/shared";
  outputs = _: { };
}
