{
  inputs.tools = {
    url = "path:./lib";
    flake = false;
  };

  outputs = inputs: {
    x = import inputs.tool;
  };
}
