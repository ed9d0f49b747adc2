/** Where uploaded files lie, as the configuration says. */
export type FileSettings =
  | { readonly driver: 'local'; readonly folder: string }
  | {
      readonly driver: 's3'
      readonly endpoint: string | null
      readonly region: string
      readonly bucket: string
      readonly accessKey: string
      readonly secretKey: string
    }
