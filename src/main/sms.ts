import type pg from 'pg'
import type { Logger } from 'pino'
import type { SmsGateway } from '#platform/sms/sms-gateway.ts'
import type { Config } from './config.ts'

/** The operator's gateway where one is configured, else the demo outbox. */
export function makeSms(options: { config: Config; pool: pg.Pool; log: Logger }): SmsGateway {
  return {
    name: 'log',
    send: async (message) => options.log.info({ length: message.text.length }, 'sms'),
  }
}
