/** Whether this browser knows passkeys and reads their options as JSON. */
export function canUsePasskeys(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential
}

/** Signs in with a passkey of this device; false when the person gave up or it was not accepted. */
export async function signInWithPasskey(): Promise<boolean> {
  try {
    const options = await ask('/auth/passkey/generate-authenticate-options')
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
      options as PublicKeyCredentialRequestOptionsJSON,
    )
    // The server takes only a key that its owner opened: let the browser ask for finger, face or PIN.
    publicKey.userVerification = 'required'
    const found = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential | null
    if (found === null) return false
    await ask('/auth/passkey/verify-authentication', { response: found.toJSON() })
    return true
  } catch {
    return false
  }
}

/** Adds a passkey of this device to the person who is signed in. */
export async function addPasskey(name: string): Promise<boolean> {
  try {
    const options = await ask('/auth/passkey/generate-register-options')
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
      options as PublicKeyCredentialCreationOptionsJSON,
    )
    const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential | null
    if (made === null) return false
    await ask('/auth/passkey/verify-registration', { response: made.toJSON(), name })
    return true
  } catch {
    return false
  }
}

async function ask(path: string, body?: object): Promise<unknown> {
  const answer = await fetch(path, {
    method: body ? 'POST' : 'GET',
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return answer.json()
}
