{
  description = "Two machines";
  inputs = {
    shared.url = "path:./shared";
    tools = {
      url = "path:./tools";
      inputs.shared.follows = "shared";
    };
  };
  outputs = _: { };
}
