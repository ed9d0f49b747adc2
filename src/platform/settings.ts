/** What the platform and the subjects need to know of the configuration. Read once by main/config.ts. */
export interface Settings {
  readonly mode: 'demo' | 'production' | 'test'
  /** The address people use, without a slash at the end. */
  readonly publicUrl: string
  readonly secret: string
  readonly uploadLimits: UploadLimits
  /** Private networks into which webhooks may go all the same, as 10.1.0.0/16. */
  readonly webhookNetworks: readonly string[]
  /** A MapLibre style, or null: communes are then drawn as points on a plain ground. */
  readonly mapStyleUrl: string | null
  readonly oidc: OidcSettings | null
}

/** Bytes by kind of file. */
export interface UploadLimits {
  readonly image: number
  readonly video: number
  readonly document: number
}

/** Sign-in with an identity provider of the state: its address, our client, and which claims fill which fields. */
export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** How our client proves itself to the provider: as it was registered there. */
  readonly clientAuth: 'basic' | 'post' | 'none'
  /** The provider's name, as the button says it. */
  readonly label: { readonly vi: string; readonly en: string }
  readonly scopes: readonly string[]
  readonly claims: Readonly<Record<string, string>>
}
