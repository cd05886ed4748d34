/** Sends work to threads, and brings the results back in order. */

import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type Reply, type Request, STACK_SIZE } from "./protocol.ts";
import {
  isTooDeep,
  type Outcome,
  perform,
  type ReadTree,
  readTree,
  type Subject,
  type Task,
  unpackTree,
  type WorkOptions,
} from "./work.ts";

/** Starting a thread takes as long as the work on some dozens of files. */
const FILES_WORTH_A_THREAD = 48;
const FILES_A_REQUEST = 16;

/** Does a task for each of the subjects, on at most so many threads, and yields the outcomes in the same order. */
export async function* performAll(
  task: Task,
  subjects: readonly Subject[],
  options: WorkOptions,
  processors: number,
): AsyncGenerator<readonly [Subject, Outcome], void, undefined> {
  const count = Math.min(processors, Math.floor(subjects.length / FILES_WORTH_A_THREAD));
  if (count < 2) {
    for (const subject of subjects) yield [subject, await performHere(task, subject, options)];
    return;
  }
  const batches: (readonly Subject[])[] = [];
  for (let at = 0; at < subjects.length; at += FILES_A_REQUEST) batches.push(subjects.slice(at, at + FILES_A_REQUEST));
  const threads = Array.from({ length: count }, () => new Thread());
  try {
    const replies = shareOut(
      batches.map((batch) => ({ kind: "perform", task, subjects: batch, options })),
      threads,
    );
    for (const [index, batch] of batches.entries()) {
      const { outcomes } = (await replies[index]) as Extract<Reply, { kind: "perform" }>;
      for (const [at, subject] of batch.entries()) yield [subject, outcomes[at]!];
    }
  } finally {
    for (const thread of threads) thread.end();
  }
}

/** Reads a tree in this thread, or in one with a larger stack if it is nested too deeply for this one. */
export async function readTreeOf(bytes: Uint8Array, options: WorkOptions): Promise<ReadTree> {
  const here = readTree(bytes, options);
  if (!isTooDeep(here.diagnostics)) return here;
  const reply = (await ask({ kind: "tree", bytes, options })) as Extract<Reply, { kind: "tree" }>;
  return unpackTree(reply.tree);
}

async function performHere(task: Task, subject: Subject, options: WorkOptions): Promise<Outcome> {
  const here = perform(task, subject, options);
  if (here.kind !== "diagnosed" || !isTooDeep(here.diagnostics)) return here;
  const reply = (await ask({ kind: "perform", task, subjects: [subject], options })) as Extract<
    Reply,
    { kind: "perform" }
  >;
  return reply.outcomes[0]!;
}

async function ask(request: Request): Promise<Reply> {
  const thread = new Thread();
  try {
    return await thread.ask(request);
  } finally {
    thread.end();
  }
}

/** Gives each thread the next request when it is done with one. Once a thread fails, so do all that are left. */
function shareOut(requests: readonly Request[], threads: readonly Thread[]): Promise<Reply>[] {
  const settle: { resolve: (reply: Reply) => void; reject: (error: unknown) => void }[] = [];
  const replies = requests.map(() => new Promise<Reply>((resolve, reject) => settle.push({ resolve, reject })));
  // a later reply may fail before anybody waits for it
  for (const reply of replies) reply.catch(() => {});
  let next = 0;
  const workOff = async (thread: Thread): Promise<void> => {
    for (let index = next++; index < requests.length; index = next++) {
      settle[index]!.resolve(await thread.ask(requests[index]!));
    }
  };
  for (const thread of threads) {
    workOff(thread).catch((error: unknown) => {
      for (const { reject } of settle) reject(error);
    });
  }
  return replies;
}

/** One thread, asked one thing at a time. */
class Thread {
  readonly #worker = new Worker(new URL("./language.worker.js", import.meta.url), {
    resourceLimits: { stackSizeMb: STACK_SIZE },
  });

  async ask(request: Request): Promise<Reply> {
    // rejects if the thread fails instead
    const reply = once(this.#worker, "message");
    this.#worker.postMessage(request);
    const [message] = await reply;
    return message as Reply;
  }

  end(): void {
    void this.#worker.terminate();
  }
}
