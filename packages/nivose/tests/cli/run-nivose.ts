/** Runs the built command as a user does: in a shell, in a folder of its own, with nothing of this machine's settings. */

import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const bin = path.resolve(import.meta.dirname, "../../bin/nivose.js");

/** Whether there is any depends on time. */
const PROGRESS = /^\d+ of \d+: .*\n/gmu;

export interface Finished {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A folder with a home, in which `nivose` is a command. Call `remove` when done. */
export class Sandbox {
  readonly top = realpathSync(mkdtempSync(path.join(tmpdir(), "nivose-test-")));
  readonly folder = path.join(this.top, "work");
  readonly home = path.join(this.top, "home");

  constructor(files?: string) {
    for (const folder of [this.folder, this.home, path.join(this.top, "bin")]) mkdirSync(folder);
    symlinkSync(bin, path.join(this.top, "bin/nivose"));
    if (files !== undefined && existsSync(files)) cpSync(files, this.folder, { recursive: true });
  }

  get environment(): Record<string, string> {
    return {
      PATH: [path.join(this.top, "bin"), path.dirname(process.execPath), process.env["PATH"] ?? ""].join(":"),
      HOME: this.home,
      LANG: "C.UTF-8",
      TMPDIR: this.top,
      GIT_CONFIG_NOSYSTEM: "1",
      NIX_CONF_DIR: path.join(this.top, "no-nix.conf"),
      XDG_CONFIG_DIRS: "",
      // a repository around the folder of temporary files is none of ours
      GIT_CEILING_DIRECTORIES: this.top,
    };
  }

  /** Runs a line of bash. */
  run(
    script: string,
    options: { readonly input?: string | Uint8Array; readonly env?: Record<string, string> } = {},
  ): Finished {
    const { stdout, stderr, status, signal } = spawnSync("bash", ["-c", script], {
      cwd: this.folder,
      env: { ...this.environment, ...options.env },
      // nothing is sent: standard input is /dev/null
      ...(options.input === undefined ? { stdio: ["ignore", "pipe", "pipe"] } : { input: options.input }),
      encoding: "utf8",
    });
    const [told, complained] = [stdout, stderr].map((text) => text.replaceAll(PROGRESS, ""));
    return { stdout: told!, stderr: complained!, status, signal };
  }

  /** The same while this process goes on, which may be a server that the command talks to. */
  start(
    script: string,
    env: Record<string, string> = {},
  ): { readonly child: ChildProcess; readonly end: Promise<Finished> } {
    const child = spawn("bash", ["-c", script], {
      cwd: this.folder,
      env: { ...this.environment, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (piece: Buffer) => stdout.push(piece));
    child.stderr.on("data", (piece: Buffer) => stderr.push(piece));
    const text = (pieces: readonly Buffer[]): string => Buffer.concat(pieces).toString();
    const end = new Promise<Finished>((resolve) => {
      child.on("close", (status, signal) => resolve({ stdout: text(stdout), stderr: text(stderr), status, signal }));
    });
    return { child, end };
  }

  initGit(): void {
    execFileSync("git", ["init", "--quiet", "."], { cwd: this.folder, env: this.environment });
  }

  remove(): void {
    rmSync(this.top, { recursive: true, force: true });
  }
}
