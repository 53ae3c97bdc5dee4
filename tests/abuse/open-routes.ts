/** Routes of the API that ask nobody who they are, each with its reason. Every other one names what it needs. */
export const OPEN_ROUTES: Readonly<Record<string, string>> = {
  "GET /api/openapi.json": "says how the API is asked, and nothing of what is in it",
  "POST /api/setup/lookup": "there is nobody yet who could be known; the link's secret decides",
  "POST /api/setup": "there is nobody yet who could be known; the link's secret decides",
  "POST /api/session": "is how one becomes known",
  "GET /api/sign-in/methods": "says what the sign-in page offers, which is the same for everybody",
  "POST /api/sign-in/organisation":
    "is how one becomes known: the step that a right password began, and which organisation is meant",
  "POST /api/sign-in/code": "is how one becomes known: the step that a right password began, and a code",
  "POST /api/sign-in/passkey/challenge": "is how one becomes known",
  "POST /api/sign-in/passkey": "is how one becomes known: the passkey's signature decides",
  "POST /api/sign-in/provider": "is how one becomes known",
  "GET /api/sign-in/provider/callback":
    "is how one becomes known: the provider's answer decides, in the browser that asked for it",
  "POST /api/account-links/lookup": "an invited person has no password yet; the link's secret decides",
  "POST /api/account-links": "an invited person has no password yet; the link's secret decides",
  "POST /api/password-resets":
    "who has lost their password cannot sign in; the answer is the same for everybody",
  "POST /api/tasks/lookup": "the secret of a link for one task decides, and nothing is changed",
  "POST /api/tasks": "the secret of a link for one task decides, once",
  "POST /api/pairings": "a new extension belongs to nobody until a person has approved it",
  "POST /api/pairings/token": "the device code and its verifier decide",
};
