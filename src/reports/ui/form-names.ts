import { m } from '#design/messages/messages.js'

interface FieldError {
  readonly path: string
  readonly message: string
}

const names: Readonly<Record<string, () => string>> = {
  photos: m.reports_new_photos,
  text: m.reports_new_text,
  category: m.reports_new_category,
  commune: m.reports_new_commune,
  landmark: m.reports_new_landmark,
  'contact.phone': m.reports_new_phone,
  'contact.code': m.reports_new_code,
  'contact.name': m.reports_new_name,
}

/** A mistake as the form's summary says it: with the name of its field. */
export function namedError({ path, message }: FieldError): FieldError {
  const field = names[path]?.()
  return { path, message: field === undefined ? message : m.reports_new_error({ field, message }) }
}
