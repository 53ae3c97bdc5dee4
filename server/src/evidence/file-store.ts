/** Names a stored file: content-addressed, once for an organisation. */
export interface FileKey {
  readonly orgId: string;
  /** Of the bytes, lower-case hexadecimal. */
  readonly sha256: string;
}

export interface StoredFile {
  readonly bytes: number;
  readonly stream: ReadableStream<Uint8Array>;
}

/** Where evidence lies. A folder by default; object storage is another implementation of these three. */
export interface FileStore {
  /**
   * Keeps what the source yields, durable when it returns. When the source throws, nothing
   * is kept and the error passes on. Keeping the same key again is harmless.
   */
  keep(key: FileKey, source: AsyncIterable<Uint8Array>): Promise<void>;
  /** Null when it is not there. */
  open(key: FileKey): Promise<StoredFile | null>;
  /** Removes what was begun before this instant and never finished: its server was killed meanwhile. */
  forgetUnfinished(before: Date): Promise<void>;
}
