import QRCode from 'qrcode'

export interface QrDrawing {
  /** Modules along one side. */
  readonly size: number
  /** SVG path of the dark modules, one unit each. */
  readonly path: string
}

/** Draws a QR code as one SVG path; still readable with a quarter of it damaged. */
export function drawQr(text: string): QrDrawing {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'Q' })
  const rows = Array.from({ length: modules.size }, (_, y) => rowPath(y, modules))
  return { size: modules.size, path: rows.join('') }
}

function rowPath(y: number, modules: { size: number; get(row: number, column: number): number }): string {
  let path = ''
  for (let x = 0; x < modules.size; x += 1) {
    if (!modules.get(y, x)) continue
    const start = x
    while (x + 1 < modules.size && modules.get(y, x + 1)) x += 1
    path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`
  }
  return path
}
