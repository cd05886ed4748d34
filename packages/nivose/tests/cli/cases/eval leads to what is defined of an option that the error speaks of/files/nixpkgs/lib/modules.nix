module:
builtins.addErrorContext "while evaluating the option `system'" (
  if module.users.alice.a && module.users.alice.b then throw "Only one of users.alice.b and users.alice.a can be." else module
)
