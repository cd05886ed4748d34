{
  users.alice = {
    a = true;
    b = true;
  };
}
