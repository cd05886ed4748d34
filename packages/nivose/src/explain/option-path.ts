/** Paths of options, as people write them: `services.nginx.virtualHosts."a.b".root`. */

/** The names of a path; dots in quotes part nothing. */
export function readOptionPath(text: string): string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|[^."]+/gu)].map(
    ([whole, quoted]) => quoted?.replaceAll(/\\(.)/gu, "$1") ?? whole,
  );
}

export function optionPathText(path: readonly string[]): string {
  return path.map((name) => (/^[a-zA-Z_*<][a-zA-Z0-9_'<>*-]*$/u.test(name) ? name : JSON.stringify(name))).join(".");
}
