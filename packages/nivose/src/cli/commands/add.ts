import type { Group } from "../verb.ts";
import { addHost } from "./add/host.ts";
import { addParts } from "./add/parts.ts";
import { addService } from "./add/service.ts";
import { addUser } from "./add/user.ts";

export const add: Group = {
  brief: "Add a part to a repository, in its own layout",
  description: [
    "Each is the smallest edit of the files that are there, shown as a diff and written all or nothing; 'nivose undo' takes " +
      "it back. What is there already changes nothing, and where a repository is not understood nothing is written.",
  ],
  verbs: { host: addHost, user: addUser, service: addService, ...addParts },
};
