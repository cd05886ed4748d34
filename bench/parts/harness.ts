/**
 * Measures whole processes, as a user meets them. Commands that are compared run in turn (A B A B …), so that a machine
 * that grows slower or faster meanwhile is slow or fast for all of them, and what is reported are medians: of each
 * command, and of the differences and ratios between runs that belong together. Times are those that bash's `time`
 * gives, in milliseconds; the peak of the memory needs GNU time, and is left out without it.
 */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

export interface Command {
  readonly name: string;
  readonly argv: readonly [program: string, ...parameters: string[]];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The exit status that says that it did its work, 0 if not given. */
  readonly status?: number;
}

export interface Run {
  /** Milliseconds from start to end. */
  readonly wall: number;
  /** Milliseconds of user and system time, with all its threads and children. */
  readonly cpu: number;
}

export interface Measured {
  readonly name: string;
  readonly runs: readonly Run[];
  /** Megabytes at its fullest. */
  readonly peak: number | undefined;
}

/**
 * What commands are told of their surroundings. Certificates are left out: Node reads a list of them whenever it starts,
 * and nothing that is measured here asks anybody.
 */
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;

/** Runs every command `runs` times in turn, after `warmUps` rounds that do not count. Throws if one fails. */
export function measure(
  commands: readonly Command[],
  { runs, warmUps = 1 }: { runs: number; warmUps?: number },
): Measured[] {
  const collected: Run[][] = commands.map(() => []);
  for (let round = -warmUps; round < runs; round++) {
    for (const [index, command] of commands.entries()) {
      const run = time(command);
      if (round >= 0) collected[index]!.push(run);
    }
  }
  return commands.map((command, index) => ({ name: command.name, runs: collected[index]!, peak: peakOf(command) }));
}

/** The median over the pairs of runs of what `compare` says of each. */
export function paired(a: Measured, b: Measured, compare: (a: Run, b: Run) => number): number {
  return median(a.runs.map((run, index) => compare(run, b.runs[index]!)));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** A table of medians. The first row is what the others are compared to. */
export function table(measured: readonly Measured[]): string {
  const base = measured[0]!;
  const rows = measured.map((row) => [
    row.name,
    milliseconds(median(row.runs.map((run) => run.wall))),
    milliseconds(median(row.runs.map((run) => run.cpu))),
    row.peak === undefined ? "" : `${row.peak.toFixed(0)} MB`,
    row === base ? "" : signed(paired(row, base, (a, b) => a.wall - b.wall)),
    row === base ? "" : paired(row, base, (a, b) => a.cpu / b.cpu).toFixed(2),
  ]);
  return aligned([["", "wall", "cpu", "peak", "wall more", "cpu ratio"], ...rows]);
}

/** Lines in columns: the first to the left, the others to the right. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))))
    .map((row) => `${row.join("  ").trimEnd()}\n`)
    .join("");
}

// The report of `time` goes to descriptor 3, what the command itself complains about to standard error.
const TIMED = `TIMEFORMAT='%3R %3U %3S'; exec 4>&2; { time "$@" 2>&4; } 2>&3`;

function time(command: Command): Run {
  const { output, status } = spawnSync("bash", ["-c", TIMED, "bash", ...command.argv], {
    ...(command.cwd === undefined ? {} : { cwd: command.cwd }),
    env: { ...environment, ...command.env, LC_ALL: "C" },
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    maxBuffer: 1 << 26,
  });
  if (status !== (command.status ?? 0)) {
    throw new Error(`${command.name} ended with ${status}: ${String(output[2]).trim().slice(0, 2000)}`);
  }
  const [wall, user, system] = String(output[3]).trim().split(" ").map(Number);
  return { wall: wall! * 1000, cpu: (user! + system!) * 1000 };
}

const GNU_TIME = "/usr/bin/time";

function peakOf({ argv: [program, ...parameters], cwd, env }: Command): number | undefined {
  if (!existsSync(GNU_TIME)) return undefined;
  // The shell keeps what the command complains about apart from the report, and is gone by the time that counts.
  const silenced = ["sh", "-c", 'exec "$@" 2>/dev/null', "sh", program, ...parameters];
  const { stderr } = spawnSync(GNU_TIME, ["--quiet", "--format=%M", ...silenced], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...environment, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const kilobytes = Number(String(stderr).trim());
  return kilobytes > 0 ? kilobytes / 1024 : undefined;
}

function milliseconds(value: number): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ms`;
}

function signed(value: number): string {
  return `${value < 0 ? "" : "+"}${milliseconds(value)}`;
}
