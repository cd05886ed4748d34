# The people of this fleet. What is in a home is in the folder of that name.
{
  alex = {
    fullName = "Alex Frost";
    email = "alex@example.org";
    sshKeys = [
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKXBY48kzqQBzb3F+MTQjGsUt2uMoHhcKHnVyCCvZn+X alex"
    ];
  };
  robin = {
    fullName = "Robin Frost";
    email = "robin@example.org";
    sshKeys = [
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICjUIIc4sYLjSlp6F52cbF6fIlqoEr/uRV/0XtOt0frZ robin"
    ];
  };
}
