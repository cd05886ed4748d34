/** A thread that works on files of Nix. Its stack is large, so expressions may be as deep as Nix itself allows. */

import { parentPort } from "node:worker_threads";
import { NIX_MAX_DEPTH } from "@nivose/nix/syntax";
import type { Reply, Request } from "./protocol.ts";
import { packTree, perform, readTree } from "./work.ts";

parentPort!.on("message", (request: Request) => {
  parentPort!.postMessage(answer(request));
});

function answer(request: Request): Reply {
  const options = { ...request.options, maxDepth: NIX_MAX_DEPTH };
  if (request.kind === "tree") return { kind: "tree", tree: packTree(readTree(request.bytes, options)) };
  return { kind: "perform", outcomes: request.subjects.map((subject) => perform(request.task, subject, options)) };
}
