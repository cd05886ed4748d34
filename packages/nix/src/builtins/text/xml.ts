/** The pieces of the XML that `builtins.toXML` writes. Elements have attributes, and no text. */

export const XML_HEADER = "<?xml version='1.0' encoding='utf-8'?>\n";

/** Attributes by their names; Nix writes them in the order of their bytes. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** The start of an element that has others inside, on a line of its own. */
export function openElement(depth: number, name: string, attributes: XmlAttributes = {}): string {
  return `${indentation(depth)}<${name}${attributeList(attributes)}>\n`;
}

export function closeElement(depth: number, name: string): string {
  return `${indentation(depth)}</${name}>\n`;
}

export function emptyElement(depth: number, name: string, attributes: XmlAttributes = {}): string {
  return `${indentation(depth)}<${name}${attributeList(attributes)} />\n`;
}

/** The value of an attribute. A line feed would be read as a blank, so it is escaped as well; no other byte is. */
export function escapeXml(bytes: string): string {
  return bytes.replaceAll(/["<>&\n]/g, (byte) => entities.get(byte)!);
}

const entities = new Map([
  ['"', "&quot;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ["&", "&amp;"],
  ["\n", "&#xA;"],
]);

function indentation(depth: number): string {
  return "  ".repeat(depth);
}

function attributeList(attributes: XmlAttributes): string {
  return Object.keys(attributes)
    .sort()
    .map((name) => ` ${name}="${escapeXml(attributes[name]!)}"`)
    .join("");
}
