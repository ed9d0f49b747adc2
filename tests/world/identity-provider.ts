import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import type { Configuration } from 'oidc-provider'
import type { ForgedToken } from './forge-token.ts'
import { forge } from './forge-token.ts'

/** What a person at the provider is known by; the rest of OpenID's claims, and any other. */
export type ProviderClaims = Readonly<Record<string, unknown>>

/** A real OpenID Connect provider on loopback, with people of its own and faults that a test asks for. */
export interface IdentityProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The people who can sign in there, by their name in the form; a test adds its own. */
  readonly people: Map<string, ProviderClaims>
  /** Makes the next ID tokens wrong; null makes them right again. */
  fault: ForgedToken | null
  /** Where browsers were sent to sign in, newest last. */
  readonly asked: URL[]
  /** As if the provider were switched off, and on again at the same address. */
  goDown(): Promise<void>
  comeUp(): Promise<void>
}

const clientId = 'c-thainguyen'
const clientSecret = 'a secret that only the provider and the platform know'

/** Starts the provider for one client, whose only way back is the given address. */
export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const first = createServer()
  const port = await listen(first, 0)
  await close(first)
  const issuer = `http://127.0.0.1:${port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const people = new Map<string, ProviderClaims>()
  const asked: URL[] = []
  const provider = new Provider(issuer, {
    ...configuration(redirectUri, people),
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
  })
  let server: Server | null = null
  const self: IdentityProvider = {
    issuer,
    clientId,
    clientSecret,
    people,
    fault: null,
    asked,
    goDown: async () => {
      if (server) await close(server)
      server = null
    },
    comeUp: async () => {
      server = createServer(answer(provider, asked))
      await listen(server, port)
    },
  }
  provider.use(async (http, next) => {
    await next()
    const told = http.body as { id_token?: string } | undefined
    if (self.fault === null || http.path !== '/token' || told?.id_token === undefined) return
    http.body = { ...told, id_token: forge(told.id_token, self.fault, privateKey) }
  })
  await self.comeUp()
  return self
}

function configuration(redirectUri: string, people: ReadonlyMap<string, ProviderClaims>): Configuration {
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    claims: {
      profile: ['name'],
      phone: ['phone_number', 'phone_number_verified'],
      address: ['address'],
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_http, interaction) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true },
    cookies: { keys: ['a key of this test'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    findAccount: (_http, id) => {
      const claims = people.get(id)
      return claims && { accountId: id, claims: () => ({ ...claims, sub: id }) }
    },
  }
}

/** The provider's own pages, and then the provider. */
function answer(provider: Provider, asked: URL[]) {
  const rest = provider.callback()
  return (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', provider.issuer)
    if (url.pathname === '/auth') asked.push(url)
    const [, , step] = /^\/interaction\/([\w-]+)\/?(\w*)$/.exec(url.pathname) ?? []
    if (step === undefined) return rest(request, response)
    const done = interact(provider, step, { request, response })
    done.catch((error: unknown) => {
      response.statusCode = 400
      response.end(String(error))
    })
  }
}

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse }

/** One page: who are you, and do you agree? A person signs in and agrees, or refuses. */
async function interact(provider: Provider, step: string, { request, response }: Exchange): Promise<void> {
  const { uid, params } = await provider.interactionDetails(request, response)
  if (step === '') {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(page(uid))
    return
  }
  if (step === 'deny') {
    const result = { error: 'access_denied', error_description: 'The person refused' }
    return provider.interactionFinished(request, response, result)
  }
  const form = new URLSearchParams(await textOf(request))
  const accountId = form.get('account') ?? ''
  const grant = new provider.Grant({ accountId, clientId })
  grant.addOIDCScope(String(params['scope']))
  const result = { login: { accountId }, consent: { grantId: await grant.save() } }
  return provider.interactionFinished(request, response, result)
}

function page(uid: string): string {
  return `<!doctype html><html lang="vi"><title>Nhà cung cấp định danh</title><h1>Nhà cung cấp định danh</h1>
<form method="post" action="/interaction/${uid}/login"><label>Tài khoản <input name="account" required></label>
<button>Đồng ý</button></form><form method="post" action="/interaction/${uid}/deny"><button>Từ chối</button></form></html>`
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((done) => server.close(done))
  server.closeAllConnections()
  await closed
}
