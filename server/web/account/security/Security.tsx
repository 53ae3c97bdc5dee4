import type { Account } from "@otklik/shared/people/people";
import { Identities } from "./Identities";
import { Passkeys } from "./Passkeys";
import { SecondFactor } from "./SecondFactor";
import "./security.css";

export interface SecurityProps {
  readonly account: Account;
  /** Something was changed: the account is to be asked for anew. */
  readonly onChanged: () => Promise<void>;
}

/** By what one signs in beside the password: the code of an app, passkeys, and an identity provider. */
export function Security({ account, onChanged }: SecurityProps) {
  return (
    <>
      <SecondFactor account={account} onChanged={onChanged} />
      <Passkeys account={account} onChanged={onChanged} />
      <Identities account={account} onChanged={onChanged} />
    </>
  );
}
