/** The flags by which single fields of a host or a user are said. */

export const flagNames = {
  kind: "--kind",
  system: "--system",
  description: "--description",
  hardware: "--hardware",
  disk: "--disk",
  roles: "--role",
  profiles: "--profile",
  users: "--user",
  services: "--service",
  address: "--address",
  tags: "--tag",
  wave: "--wave",
  dependsOn: "--depends-on",
  stateVersion: "--state-version",
  age: "--age",
  fullName: "--full-name",
  email: "--email",
  sshKeys: "--ssh-key",
  admin: "--admin",
} as const;
