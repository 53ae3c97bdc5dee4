/** By how much each question that comes too early makes the pauses between all further ones longer (RFC 8628, 3.5). */
export const PAIRING_SLOW_DOWN_SECONDS = 5;
