import type pg from 'pg'
import type { Logger } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import type { Sms, SmsGateway } from '#platform/sms/sms-gateway.ts'

/** How many messages the demo keeps. */
const mostKept = 500

/** In the demo nothing is sent: messages lie in a table that the outbox page shows, and a line in the log says so. */
export function demoOutbox(pool: pg.Pool, log: Logger): SmsGateway {
  return {
    name: 'demo outbox',
    async send({ to, text }: Sms) {
      await pool.query(
        'insert into sms_outbox (id, recipient, body, created_at) values ($1, $2, $3, now())',
        [uuidv7(), to, text],
      )
      await pool.query(
        'delete from sms_outbox where id in (select id from sms_outbox order by created_at desc, id desc offset $1)',
        [mostKept],
      )
      log.info({ outbox: '/desk/outbox', demoMessage: text }, 'a message the demo did not send')
    },
  }
}
