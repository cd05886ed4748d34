import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { applyPlan } from "../../src/change/apply.ts";
import type { ChangeContext } from "../../src/change/context.ts";
import { createFile } from "../../src/change/plan.ts";
import { systemProcesses, UNKNOWN_PROCESS, type Processes } from "../../src/change/processes.ts";
import { removeScratchFolders } from "./support/scratch.ts";
import { locksOf, worldWith } from "./support/world.ts";

afterAll(removeScratchFolders);

const plan = { title: "Test", changes: [createFile("new", "")] };

/** What comes of a change if another process has raised a flag. */
function withFlag(flag: string, processes: Processes): { said: string; locks: string[] } {
  const { context, stateFolder } = worldWith({});
  mkdirSync(join(stateFolder, "locks"), { recursive: true });
  writeFileSync(join(stateFolder, "locks", flag), "");
  const outcome = applyPlan(plan, { ...context, processes });
  const said = outcome.kind === "refused" ? `${outcome.problems[0]!.code}: ${outcome.problems[0]!.text}` : outcome.kind;
  return { said, locks: locksOf(stateFolder) };
}

/** Process 7 is ours; 8 lives and was born at noon. */
const processes: Processes = {
  host: "here",
  own: 7,
  identify: (pid) => ({ 7: "morning", 8: "noon" })[pid],
};
const busy = (process: string): string => `change-busy: another process is changing files here (${process})`;

describe("another process", () => {
  test("that lives keeps us away", () => {
    expect(withFlag("8.noon.here", processes)).toStrictEqual({
      said: busy("process 8 on here"),
      locks: ["8.noon.here"],
    });
  });

  test("that has died does not, and its flag is removed", () => {
    expect(withFlag("9.noon.here", processes)).toStrictEqual({ said: "applied", locks: [] });
  });

  test("whose number another one has now does not either", () => {
    expect(withFlag("8.midnight.here", processes)).toStrictEqual({ said: "applied", locks: [] });
  });

  test("of which nothing but its number is known counts as alive", () => {
    expect(withFlag(`8.${UNKNOWN_PROCESS}.here`, processes).said).toBe(busy("process 8 on here"));
    const vague = { ...processes, identify: () => UNKNOWN_PROCESS };
    expect(withFlag("8.noon.here", vague).said).toBe(busy("process 8 on here"));
  });

  test("on another machine counts as alive", () => {
    expect(withFlag("9.noon.there%2Fa.b", processes)).toStrictEqual({
      said: busy("process 9 on there/a.b"),
      locks: ["9.noon.there%2Fa.b"],
    });
  });

  test("that is another thread of ours keeps us away", () => {
    expect(withFlag("7.morning.here", processes).said).toBe(busy("process 7 on here"));
  });

  test("that had our number before us does not, where numbers are all there is", () => {
    const vague = { ...processes, identify: () => UNKNOWN_PROCESS };
    expect(withFlag(`7.${UNKNOWN_PROCESS}.here`, vague)).toStrictEqual({ said: "applied", locks: [] });
  });
});

describe("two processes at once", () => {
  // the second one comes at every step of the first one
  const stepsOf = (world: { again: (hook: () => void) => ChangeContext }): number => {
    let count = 0;
    applyPlan(
      plan,
      world.again(() => void count++),
    );
    return count;
  };

  test("never both change files", () => {
    const total = stepsOf(worldWith({}));
    for (let at = 0; at < total; at++) {
      const { root, stateFolder } = worldWith({});
      const context = (own: number, onStep: () => void): ChangeContext => ({
        root,
        stateFolder,
        processes: { host: "here", own, identify: (pid) => `born-${pid}` },
        now: () => 0,
        environment: {},
        onStep,
      });
      let step = 0;
      let second = "";
      const first = applyPlan(
        plan,
        context(1, () => {
          if (step++ !== at) return;
          const other = { title: "Other", changes: [createFile("other", "")] };
          second = applyPlan(
            other,
            context(2, () => {}),
          ).kind;
        }),
      ).kind;
      // one that comes before the other's flag, or after it, has the place to itself
      expect([first, second], `step ${at}`).toContain("applied");
      expect(second === "refused" || first === "applied", `step ${at}: ${first} ${second}`).toBe(true);
    }
  });
});

describe("the processes of the system", () => {
  const system = systemProcesses(process.pid, "here", process.kill);

  test("are told apart by their birth", () => {
    const own = system.identify(process.pid);
    expect(own).toMatch(process.platform === "linux" ? /^\d+-[0-9a-f]{8}$/ : /^unknown$/);
    expect(system.identify(process.pid)).toBe(own);
    expect(system.identify(process.ppid)).not.toBe(own);
  });

  test("are gone when they have ended", async () => {
    const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
    await once(child, "spawn");
    expect(system.identify(child.pid!)).toBeTypeOf("string");
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
    expect(system.identify(child.pid!)).toBeUndefined();
  });

  test("may belong to somebody else", () => {
    const denied = systemProcesses(1, "here", () => {
      throw Object.assign(new Error("EPERM"), { code: "EPERM", syscall: "kill" });
    });
    expect(denied.identify(process.pid)).toBeTypeOf("string");
  });
});
