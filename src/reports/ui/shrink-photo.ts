const longestSide = 2048
const quality = 0.85
/** A picture smaller than this is sent as it is. */
const smallBytes = 700_000

/** Makes a picture small enough for a weak network. What the browser cannot draw is sent as it is. */
export async function shrinkPhoto(file: File): Promise<File> {
  if (file.size < smallBytes) return file
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    if (!small || small.size >= file.size) return file
    return new File([small], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' })
  } catch {
    return file
  }
}
