# What terranix adds to `lib`.
pkgs: final: prev: {
  tf = {
    ref = expression: "\${${expression}}";
    file = path: "\${file(\"${path}\")}";
    template =
      {
        text ? "",
        source ? "",
        variables ? { },
      }:
      assert prev.assertMsg (
        text == "" || source == ""
      ) "You must provide either 'text' or 'source' arguments";
      "templatefile(\"${
        if text == "" then source else pkgs.writeText "template.tftpl" text
      }\", ${builtins.toJSON variables})";
  };
  tfRef = final.tf.ref;
}
