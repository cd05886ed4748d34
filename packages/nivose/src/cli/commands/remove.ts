import type { Group } from "../verb.ts";
import { removeHost } from "./remove/host.ts";
import { removeParts } from "./remove/parts.ts";
import { removeService } from "./remove/service.ts";
import { removeUser } from "./remove/user.ts";

export const remove: Group = {
  brief: "Take a part out of a repository",
  description: [
    "The inverse of 'nivose add': what was added and not changed since leaves the files as they were. What others need stays, " +
      "and it is told who needs it. 'nivose undo' brings back what was removed.",
  ],
  verbs: { host: removeHost, user: removeUser, service: removeService, ...removeParts },
};
