/** Tar archives byte by byte, so that there can be ones that no program would make. Names are bytes, one character each. */

export interface TarMember {
  readonly path: string;
  readonly content?: string;
  readonly mode?: number;
  readonly modified?: number;
  /** The type of the entry, as its header has it: a file unless told. */
  readonly flag?: string;
  readonly target?: string;
  /** Records of a pax header in front of it. */
  readonly pax?: Readonly<Record<string, string>>;
  readonly format?: "ustar" | "gnu" | "old";
  /** What its header says, if that is not how long it is. */
  readonly size?: number;
  readonly prefix?: string;
}

export const TIME = 1_700_000_000;

export function tar(members: readonly TarMember[], end: "end" | "no end" = "end"): Buffer {
  const blocks = members.flatMap(blocksOf);
  return Buffer.concat(end === "end" ? [...blocks, Buffer.alloc(1024)] : blocks);
}

function blocksOf(member: TarMember): Buffer[] {
  const { content = "", pax } = member;
  const body = Buffer.from(content, "latin1");
  const before = pax === undefined ? [] : blocksOf({ path: "header", flag: "x", content: records(pax) });
  return [...before, header(member, body.length), padded(body)];
}

function header(member: TarMember, length: number): Buffer {
  const { path, mode = 0o644, modified = TIME, flag = "0", target = "", format = "ustar", prefix = "" } = member;
  const block = Buffer.alloc(512);
  const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, "0");
  block.write(path.slice(0, 100), 0, "latin1");
  block.write(octal(mode, 7), 100);
  block.write(octal(0, 7), 108);
  block.write(octal(0, 7), 116);
  block.write(octal(member.size ?? length, 11), 124);
  block.write(octal(modified, 11), 136);
  block.write(flag, 156, "latin1");
  block.write(target.slice(0, 100), 157, "latin1");
  if (format === "ustar") block.write("ustar\x0000", 257, "latin1");
  if (format === "gnu") block.write("ustar  \x00", 257, "latin1");
  block.write(prefix, 345, "latin1");
  block.fill(" ", 148, 156);
  block.write(
    `${octal(
      block.reduce((sum, byte) => sum + byte, 0),
      6,
    )}\0`,
    148,
    "latin1",
  );
  return block;
}

export function records(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => {
      const rest = ` ${name}=${value}\n`;
      let length = rest.length + 1;
      while (`${length}${rest}`.length !== length) length = `${length}${rest}`.length;
      return `${length}${rest}`;
    })
    .join("");
}

function padded(body: Buffer): Buffer {
  return Buffer.concat([body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
}
