export const PAIRING_ALARM = "pairing";
