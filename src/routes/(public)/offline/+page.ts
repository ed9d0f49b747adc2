/** Kept on the device and shown without a network: it must stand alone. */
export const csr = false
