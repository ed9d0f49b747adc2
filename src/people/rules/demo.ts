/** What every officer of the demo signs in with. Production never makes these accounts. */
export const demoPassword = 'tra-xanh-tan-cuong'

/** The secret from which the demo's six digits come; the sign-in page of the demo shows them. */
export const demoSecondStep = 'demo-second-step-of-c-thainguyen'
export const demoDomain = '@demo.thainguyen.example'
