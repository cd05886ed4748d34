/** Which service of the catalogue is meant by a name or by a text of Nix. */

import { catalogue } from "../../services/catalogue.ts";

/** The only one that one of the names is called like: `grafana.example.org`, `/grafana/`, `grafana_backend`. */
export function serviceNamed(names: readonly string[]): string | undefined {
  const found = new Set(names.flatMap((name) => byName.get(plain(firstPart(name))) ?? []));
  return found.size === 1 ? [...found][0] : undefined;
}

function firstPart(name: string): string {
  return name
    .replace(/^https?:\/\//u, "")
    .replace(/^\/|\/.*$/gu, "")
    .split(/[.:_]/u)[0]!;
}

/** `Home Assistant`, `home-assistant` */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/gu, "");
}

const byName = new Map(
  Object.entries(catalogue)
    // of what has several, none is meant by their common name; and what listens nowhere is nobody's backend
    .filter(
      ([, { options, listens, reader }]) => !options.includes("*") && (listens.length > 0 || reader !== undefined),
    )
    .flatMap(([name, { title }]) => [...new Set([plain(name), plain(title)])].map((each) => [each, name] as const)),
);

/** The only one whose options a text reads, as in `config.services.grafana.settings.server.http_port`. */
export function serviceWithin(text: string): { readonly name: string; readonly option: string } | undefined {
  const read = [...text.matchAll(/\bconfig\.((?:services|virtualisation)(?:\.[\w-]+)+)/gu)].map(
    ([, option = ""]) => option,
  );
  const found = read.flatMap((option) =>
    Object.entries(catalogue)
      .filter(([, { options }]) => option.startsWith(`${options}.`))
      // of Prometheus and its Alertmanager, the one with the longer path
      .toSorted(([, a], [, b]) => b.options.length - a.options.length)
      .slice(0, 1)
      .map(([name]) => ({ name, option })),
  );
  return new Set(found.map(({ name }) => name)).size === 1 ? found[0] : undefined;
}
