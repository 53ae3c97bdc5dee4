import type { Span } from "../time/zone";

/** Spans in order, those that touch or overlap as one; empty ones are left out. */
export function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const { from, to } of [...spans].sort((one, other) => one.from - other.from)) {
    if (from >= to) continue;
    const last = result.at(-1);
    if (last === undefined || last.to < from) result.push({ from, to });
    else result[result.length - 1] = { from: last.from, to: Math.max(last.to, to) };
  }
  return result;
}

/** A part of a span that lies within one of the holes, or between them. */
export interface Part extends Span {
  readonly isHole: boolean;
}

/**
 * A span cut where holes begin and end, in order.
 *
 * @param holes in order, none touching the next
 */
export function cut(span: Span, holes: readonly Span[]): Part[] {
  const parts: Part[] = [];
  let at = span.from;
  for (const hole of holes) {
    const [from, to] = [Math.max(hole.from, at), Math.min(hole.to, span.to)];
    if (from >= to) continue;
    if (at < from) parts.push({ from: at, to: from, isHole: false });
    parts.push({ from, to, isHole: true });
    at = to;
  }
  if (at < span.to) parts.push({ from: at, to: span.to, isHole: false });
  return parts;
}
