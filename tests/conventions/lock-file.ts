/** What `pnpm-lock.yaml` says, as far as it is checked. lockfile-lint reads the locks of npm and yarn alone. */
export interface LockFile {
  /** By folder (`.` is the root), the specifier of each dependency. */
  readonly specifiers: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Each package with the text of its `resolution`. */
  readonly packages: readonly {
    readonly name: string;
    readonly version: string;
    readonly resolution: string;
  }[];
}

/** Reads the lines of a lock file of version 9; what stands elsewhere in it is skipped. */
export function readLockFile(text: string): LockFile {
  const specifiers = new Map<string, Map<string, string>>();
  const packages: { name: string; version: string; resolution: string }[] = [];
  let section = "";
  let folder = new Map<string, string>();
  let dependency = "";
  for (const line of text.split("\n")) {
    const [, indent = "", key = "", value = ""] = /^( *)'?([^'\n]*?)'?:(?: (.*))?$/.exec(line) ?? [];
    if (indent === "" && key !== "") section = key;
    else if (section === "importers" && indent.length === 2) {
      folder = new Map();
      specifiers.set(key, folder);
    } else if (section === "importers" && indent.length === 6) dependency = key;
    else if (section === "importers" && indent.length === 8 && key === "specifier") {
      folder.set(dependency, value.replace(/^'|'$/g, ""));
    } else if (section === "packages" && indent.length === 2) {
      const at = key.lastIndexOf("@");
      packages.push({ name: key.slice(0, at), version: key.slice(at + 1), resolution: "" });
    } else if (section === "packages" && indent.length === 4 && key === "resolution") {
      const last = packages.pop();
      if (last !== undefined) packages.push({ ...last, resolution: value });
    }
  }
  return { specifiers, packages };
}
