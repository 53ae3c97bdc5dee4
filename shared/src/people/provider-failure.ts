/** Why a sign-in at the identity provider came to nothing: `/sign-in?provider=…`. Apart from the schemas, so that a page can read it without them. */
export const PROVIDER_FAILURES = ["unavailable", "refused", "nobody", "over"] as const;
export type ProviderFailure = (typeof PROVIDER_FAILURES)[number];
