/** Which keys in a \`.sops.yaml\` are those of a host: the anchors that are named after it. */

import type { PlacedText } from "@nivose/sops";
import type { SopsConfig } from "./sops-files.ts";

/** `host_luna`, `luna`, `server-luna`, `luna_host`, `LUNA`; keys of age alone. */
export function keysOfHost(name: string, { anchors }: SopsConfig): readonly PlacedText[] {
  return anchors.filter(
    ({ anchor, text }) =>
      anchor !== undefined && isNamedAfter(anchor, name) && /^(?:age1|ssh-|[0-9A-F]{40}$)/u.test(text),
  );
}

function isNamedAfter(anchor: string, name: string): boolean {
  const [key, host] = [plain(anchor), plain(name)];
  const bare = key
    .replace(/^(?:hosts?|servers?|machines?|systems?|nixos|node)_/u, "")
    .replace(/_(?:host|server|machine|system|nixos|age|key|ssh)$/u, "");
  return key === host || bare === host;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-.\s]/gu, "_");
}
