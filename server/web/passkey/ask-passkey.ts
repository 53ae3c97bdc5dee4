import type { PasskeyAnswer } from "@otklik/shared/people/sign-in";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";

/** Whether this browser knows passkeys. Over plain http it does on this machine alone. */
export function knowsPasskeys(): boolean {
  return globalThis.PublicKeyCredential !== undefined;
}

/** Loaded when a passkey is first asked for: most sign-ins never need it. */
const library = () => import("@simplewebauthn/browser");

/** Whether the browser can offer passkeys in the e-mail field's own list. */
export async function offersInField(): Promise<boolean> {
  return knowsPasskeys() && (await library()).browserSupportsWebAuthnAutofill();
}

/**
 * Asks for a passkey by the browser's own dialog.
 *
 * @param inField only offers it in the field's list; another question ends this one
 * @returns null when the person has closed the dialog, or there is no passkey
 */
export async function askPasskey(
  optionsJSON: PublicKeyCredentialRequestOptionsJSON,
  inField = false,
): Promise<PasskeyAnswer | null> {
  const { startAuthentication } = await library();
  try {
    const { id, rawId, response } = await startAuthentication({ optionsJSON, useBrowserAutofill: inField });
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
  (await library()).WebAuthnAbortService.cancelCeremony();
}

/**
 * Makes a passkey by the browser's own dialog.
 *
 * @returns `known` when this device has one for the person already; null when none was made
 */
export async function makePasskey(optionsJSON: PublicKeyCredentialCreationOptionsJSON) {
  const { startRegistration, WebAuthnError } = await library();
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
