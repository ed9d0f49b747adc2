import sharp from 'sharp'

/** A photo as a phone sends it, with its place inside; the colour tells one from another. */
export function makePhoto(colour = '#2a7'): Promise<Buffer> {
  return sharp({
    create: { width: 640, height: 480, channels: 3, background: colour },
  })
    .jpeg()
    .withExif({
      IFD0: { Make: 'PhoneMaker' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 35/1 30/1' },
    })
    .toBuffer()
}

/** The shortest PDF that is one. */
export const pdf = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\nstartxref\n0\n%%EOF\n')
