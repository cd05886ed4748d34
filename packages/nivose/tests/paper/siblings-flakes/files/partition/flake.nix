{
  inputs.formatters.url = "github:example/formatters";
  outputs = _: { };
}
