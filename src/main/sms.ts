import type pg from 'pg'
import type { Logger } from 'pino'
import { demoOutbox } from '#people/store/demo-outbox.server.ts'
import { httpGateway } from '#platform/sms/http-gateway.ts'
import type { SmsGateway } from '#platform/sms/sms-gateway.ts'
import type { Config } from './config.ts'

/** The operator's gateway where one is configured, else the demo outbox. */
export function makeSms(options: { config: Config; pool: pg.Pool; log: Logger }): SmsGateway {
  const { config, pool, log } = options
  if (config.sms) return httpGateway({ ...config.sms, now: () => Temporal.Now.instant() })
  return demoOutbox(pool, log)
}
