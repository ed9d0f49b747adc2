/** The id of the input for a path such as `photos.0` or `contact.phone`; the error summary links to it. */
export function fieldId(path: string): string {
  return `field-${path.replace(/\.\d+$/, '').replaceAll('.', '-')}`
}
