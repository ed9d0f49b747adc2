/** Nothing of this page needs a script, so it carries none: it must open on the weakest network. */
export const csr = false
