/** A person who is to be added, as it was asked for. */

import type { UserSpec } from "../spec/fleet-spec.ts";

export interface UserRequest {
  readonly user: UserSpec;
  /** Hosts that are to have the account; all that the model has one on, if there are none. */
  readonly on: readonly string[];
  /** Whether the person may become root, if the model may. */
  readonly isAdmin?: boolean;
  /** The user that it is made like; one is chosen if nothing is said. */
  readonly like?: string;
}
