/** What can be said about a service that is looked for, added or removed. */

import { messageBuilders, type MessageDefinitions } from "@nivose/nix/message";

export const serviceMessageDefinitions = {
  "unknown-service": {
    kind: "mistake",
    title: "A service that is not in the catalogue",
    explain:
      "Services are known by the names that `nivose services` lists. Others can be turned on in a host's own files, as any option " +
      "can; `nivose options` finds them.",
    text: (name: string, _nearest: string | undefined) => `there is no service '${name}' in the catalogue`,
    hint: (_name: string, near: string | undefined) =>
      near === undefined ? "'nivose services' lists all" : `did you mean '${near}'?`,
  },
} satisfies MessageDefinitions;

export const serviceMessages = messageBuilders(serviceMessageDefinitions);
