import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

const folder = join(import.meta.dirname, '../../static')

/** Draws the installed app's icons from the one leaf in static/icon.svg: `node src/main/draw-icons.ts`. */
async function drawIcons(): Promise<void> {
  const rounded = await readFile(join(folder, 'icon.svg'), 'utf8')
  const square = rounded.replace(' rx="8"', '')
  // A maskable icon may lose a tenth at each edge: the leaf gets that much more ground around it.
  const maskable = square
    .replace('viewBox="0 0 32 32"', 'viewBox="-5 -5 42 42"')
    .replace('<rect width="32" height="32"', '<rect x="-5" y="-5" width="42" height="42"')
  await draw(rounded, 192, 'icon-192.png')
  await draw(rounded, 512, 'icon-512.png')
  await draw(maskable, 512, 'icon-maskable-512.png')
  await draw(square, 180, 'apple-touch-icon.png')
}

async function draw(svg: string, pixels: number, name: string): Promise<void> {
  const picture = sharp(Buffer.from(svg), { density: 1200 }).resize(pixels, pixels)
  await picture.png({ compressionLevel: 9, palette: true }).toFile(join(folder, name))
}

await drawIcons()
