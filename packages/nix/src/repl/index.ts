/** What an interpreter needs: a scope that grows, values printed as `nix repl` prints them, evaluations that can be stopped. */

export type { ReplReply, ReplRequest, ReplStart } from "./protocol.ts";
export { ReplSession, Stopped } from "./session.ts";
