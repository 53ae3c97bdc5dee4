import { type DestinationStream, type Logger, pino } from "pino";
import postgres from "postgres";

/** The server's log. What is written of an error says where and what kind, never whom it was about. */
export function createLog(destination: DestinationStream): Logger {
  return pino({ base: null, serializers: { err: describeError } }, destination);
}

interface DescribedError {
  readonly type: string;
  readonly code?: string;
  readonly message?: string;
  readonly query?: string;
  readonly where?: string;
  /** Lines of the stack, without the message above them. */
  readonly stack?: readonly string[];
  readonly cause?: DescribedError;
}

/** A chain longer than this is a circle. */
const DEEPEST_CAUSE = 5;

/**
 * What a log may tell of an error. Drizzle puts the parameters of a query into its message, and
 * PostgreSQL the values that did not fit into its own and its details: those are left out.
 */
function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, query } = error as { code?: unknown; query?: unknown };
  return {
    type: error.constructor.name,
    ...(typeof code === "string" && { code }),
    ...(tellsNoValues(error) && { message: error.message }),
    // The text of a statement holds places for its parameters, not the parameters.
    ...(isOfDrizzle(error) && typeof query === "string" && { query }),
    ...(error instanceof postgres.PostgresError && { where: placeIn(error) }),
    stack: framesOf(error),
    ...(error.cause !== undefined &&
      depth < DEEPEST_CAUSE && { cause: describeError(error.cause, depth + 1) }),
  };
}

function tellsNoValues(error: Error): boolean {
  // 22: a value does not fit its type, and the message quotes it.
  if (error instanceof postgres.PostgresError) return !error.code.startsWith("22");
  return !isOfDrizzle(error) && !(error instanceof SyntaxError);
}

function isOfDrizzle(error: Error): boolean {
  return "query" in error && "params" in error;
}

function placeIn({ table_name, column_name, constraint_name, routine }: postgres.PostgresError): string {
  return [table_name, column_name, constraint_name, routine].filter((name) => name !== undefined).join(" ");
}

function framesOf({ stack = "", message }: Error): string[] {
  // The message stands above the frames, and its lines could look like one.
  const from = stack.indexOf(message);
  const below = from === -1 ? stack : stack.slice(from + message.length);
  return below.split("\n").flatMap((line) => (/^\s+at /.test(line) ? [line.trim()] : []));
}
