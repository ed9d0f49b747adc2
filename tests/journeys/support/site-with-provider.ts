import type { Place, Program } from '../../faults/program.ts'
import { clear, makePlace, startProgram } from '../../faults/program.ts'
import type { IdentityProvider } from '../../world/identity-provider.ts'
import { startIdentityProvider } from '../../world/identity-provider.ts'

/** The program once more on the database of the journeys, with an identity provider beside it. */
export interface SiteWithProvider {
  readonly url: string
  readonly provider: IdentityProvider
  close(): Promise<void>
}

/** Starts both; the provider's button says `Định danh Thái Nguyên`, in English `Thai Nguyen ID`. */
export async function startSiteWithProvider(): Promise<SiteWithProvider> {
  const bare = await makePlace()
  const url = bare.url.replace('127.0.0.1', 'localhost')
  const provider = await startIdentityProvider(`${url}/auth/callback/oidc`)
  const place: Place = {
    ...bare,
    environment: {
      NODE_ENV: 'demo',
      ROLE: 'web',
      DATABASE_URL: process.env['JOURNEY_DATABASE'] ?? '',
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_LABEL: 'Định danh Thái Nguyên',
      OIDC_LABEL_EN: 'Thai Nguyen ID',
      OIDC_SCOPES: 'openid profile phone address',
      OIDC_CLAIMS:
        'name=name,phone=phone_number,phoneVerified=phone_number_verified,commune=address.locality',
    },
  }
  const program: Program = await startProgram(place)
  return {
    url,
    provider,
    close: async () => {
      await clear(place, program)
      await provider.goDown()
    },
  }
}
