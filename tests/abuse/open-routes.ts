/** Routes of the API that ask nobody who they are, each with its reason. Every other one names what it needs. */
export const OPEN_ROUTES: Readonly<Record<string, string>> = {
  "GET /api/openapi.json": "says how the API is asked, and nothing of what is in it",
  "GET /api/setup/:token": "there is nobody yet who could be known; the link's secret decides",
  "POST /api/setup": "there is nobody yet who could be known; the link's secret decides",
  "POST /api/session": "is how one becomes known",
  "POST /api/pairings": "a new extension belongs to nobody until a person has approved it",
  "POST /api/pairings/token": "the device code and its verifier decide",
};
