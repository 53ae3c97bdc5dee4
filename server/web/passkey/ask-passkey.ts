import type { PasskeyAnswer } from "@otklik/shared/people/sign-in";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import type { Failure } from "../api/outcome";

/** Whether this browser knows passkeys. Over plain http it does on this machine alone. */
export function knowsPasskeys(): boolean {
  return globalThis.PublicKeyCredential !== undefined;
}

/**
 * Loaded when a passkey is first asked for: most sign-ins never need it.
 *
 * @returns null when it was not loaded: without a network, or after an update of the server, whose files are others
 */
const library = () => import("@simplewebauthn/browser").catch(() => null);

const NOT_LOADED: Failure = { kind: "unreachable" };

/** Whether the browser can offer passkeys in the e-mail field's own list. */
export async function offersInField(): Promise<boolean> {
  if (!knowsPasskeys()) return false;
  const loaded = await library();
  return (await loaded?.browserSupportsWebAuthnAutofill()) === true;
}

/**
 * Asks for a passkey by the browser's own dialog.
 *
 * @param inField only offers it in the field's list; another question ends this one
 * @returns null when the person has closed the dialog, or there is no passkey; a failure when it was not even asked
 */
export async function askPasskey(
  optionsJSON: PublicKeyCredentialRequestOptionsJSON,
  inField = false,
): Promise<PasskeyAnswer | Failure | null> {
  const loaded = await library();
  if (loaded === null) return NOT_LOADED;
  try {
    const { id, rawId, response } = await loaded.startAuthentication({
      optionsJSON,
      useBrowserAutofill: inField,
    });
    const { clientDataJSON, authenticatorData, signature, userHandle } = response;
    return {
      id,
      rawId,
      type: "public-key",
      response: {
        clientDataJSON,
        authenticatorData,
        signature,
        ...(userHandle !== undefined && { userHandle }),
      },
    };
  } catch {
    return null;
  }
}

/** Ends a question that waits in a field's list. */
export async function stopAskingPasskey(): Promise<void> {
  (await library())?.WebAuthnAbortService.cancelCeremony();
}

/**
 * Makes a passkey by the browser's own dialog.
 *
 * @returns `known` when this device has one for the person already; null when none was made; a failure when the
 *   browser was not even asked
 */
export async function makePasskey(optionsJSON: PublicKeyCredentialCreationOptionsJSON) {
  const loaded = await library();
  if (loaded === null) return NOT_LOADED;
  const { startRegistration, WebAuthnError } = loaded;
  try {
    const { id, rawId, response } = await startRegistration({ optionsJSON });
    const { clientDataJSON, attestationObject, transports } = response;
    return {
      id,
      rawId,
      type: "public-key" as const,
      response: { clientDataJSON, attestationObject, ...(transports !== undefined && { transports }) },
    };
  } catch (error) {
    return error instanceof WebAuthnError && error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED"
      ? "known"
      : null;
  }
}
