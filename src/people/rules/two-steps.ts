/** Steps of the sign-in library that only somebody passes who has proved themself twice. */
const secondSteps: readonly string[] = [
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  // A passkey is a thing one has, opened by a finger, a face or a PIN: see docs/decisions/0007-passkey-is-two-steps.md
  '/passkey/verify-authentication',
]

/** Whether a session that began with this step stands for both steps of signing in. */
export function provesTwice(step: string): boolean {
  return secondSteps.includes(step)
}

/**
 * Whether somebody may add a passkey to their account: an officer only from a session of two steps, or whoever got in
 * by one would make themself the other.
 */
export function mayAddPasskey(person: { readonly officer: boolean; readonly twoSteps: boolean }): boolean {
  return !person.officer || person.twoSteps
}
