/** Why a page cannot be read, in one sentence for the person at the terminal. */
export class ReadingRefusal extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = "ReadingRefusal";
  }
}

/** Runs a command of the terminal: a refusal is one sentence on the error stream and exit status 2. */
export async function runCommandLine(command: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await command()}\n`);
  } catch (error) {
    if (!(error instanceof ReadingRefusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
