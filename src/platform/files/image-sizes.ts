/** The longest side of the two versions kept of each picture, in pixels. */
export const imageSizes = { large: 1600, small: 400 } as const
